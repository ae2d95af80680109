//! The manifest of SCORM 1.2, whole, and the official schemas' word on it.
