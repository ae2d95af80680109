//! State and both profiles: documents, their dates and their tags. It knows no statement.

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::not_allowed;

/// The answer to a request for documents.
pub fn answer(_lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    Err(not_allowed(&call.request.method))
}
