//! Trades.

use crate::http::Serve;
use crate::numbers::service;
use crate::state::AppState;
use paddock_api_types::operations::numbers as ops;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .list(ops::list_number_trades, async |op, _, page| {
            service::list_trades(&op, page).await
        })
        .on(ops::offer_number_trade, async |op, it| {
            service::offer(&op, &it.body).await
        })
        .on(ops::accept_number_trade, async |op, it| {
            service::accept(&op, it.path).await
        })
        .on(ops::decline_number_trade, async |op, it| {
            service::decline(&op, it.path).await
        })
        .on(ops::cancel_number_trade, async |op, it| {
            service::cancel(&op, it.path).await
        })
}
