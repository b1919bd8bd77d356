//! Paths of connected accounts.

use super::model::IracingError;
use super::service;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::iracing::IracingSignIn;
use paddock_api_types::operations::iracing as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::start_iracing_sign_in, async |op, _| {
            let auth_url = service::start(&op).await?;
            let message = "Open authUrl in a browser within 10 minutes.".to_owned();
            Ok::<_, IracingError>(IracingSignIn { auth_url, message })
        })
        .on(ops::invite_to_iracing, async |op, _| {
            service::invite(&op).await
        })
        .on(ops::sync_iracing, async |op, _| service::sync(&op).await)
        .on(ops::get_iracing_status, async |op, _| {
            service::status(&op).await
        })
        .on(ops::list_driven_sessions, async |op, it| {
            service::list(&op, &it.query).await
        })
        .on(ops::disconnect_iracing, async |op, _| {
            service::disconnect(&op).await
        })
}

impl From<IracingError> for ApiError {
    fn from(error: IracingError) -> Self {
        use IracingError as E;
        let detail = error.to_string();
        match error {
            // Of a sign-in only its beginning is asked for here, which fails where the client is wrong.
            E::NotConfigured | E::SignIn(_) => Self::new(ErrorCode::IracingNotConfigured, detail),
            E::NotConnected => Self::new(ErrorCode::IracingNotConnected, detail),
            E::Expired => Self::new(ErrorCode::IracingConnectionExpired, detail)
                .param("reconnect", "/auth/iracing/start"),
            E::UnknownSignIn => Self::new(ErrorCode::InvalidRequest, detail).field("state"),
            E::TooSoon { wait } => Self::new(ErrorCode::RateLimited, detail)
                .retry_after(wait.try_into().unwrap_or_default()),
            E::Invalid { field, .. } => Self::invalid_value(field, detail),
            E::Unopened(_) | E::Unreadable(_) => Self::internal(error),
            E::Failure(failure) => failure.into(),
        }
    }
}
