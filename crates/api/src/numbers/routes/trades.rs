//! Trades.

use crate::http::Routes;
use crate::numbers::service;
use paddock_api_types::operations::numbers as ops;

pub(super) fn router() -> Routes {
    Routes::new()
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
