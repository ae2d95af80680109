//! What `filiere release` leaves in its folder, and what it says of it.

mod described;
