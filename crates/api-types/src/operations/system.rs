//! Health, version and metrics.

use super::{Metrics, declare};
use crate::system::{Health, Readiness, Version};

/// Calls a macro with this table.
#[macro_export]
macro_rules! system_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "system";
            /// Whether the process answers.
            health: Anyone, GET "/healthz"
                => 200 Health, "The process answers";
            /// Whether the service can do its work.
            readiness: Anyone, GET "/readyz"
                => 200 Readiness, "The service is ready";
            /// What runs here.
            version: Anyone, GET "/version"
                => 200 Version, "The version";
            /// Counters in Prometheus' text format.
            metrics: Anyone, GET "/metrics"
                => 200 Metrics, "The counters";
        }
    };
}
system_operations!(declare);
