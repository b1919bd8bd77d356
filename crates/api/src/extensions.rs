//! Values that capabilities contribute to the context of every operation, found by their type, so
//! that the context and the configuration need not know the capabilities.

use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// At most one value of each type.
#[derive(Clone, Default)]
pub(crate) struct Extensions(HashMap<TypeId, Arc<dyn Any + Send + Sync>>);

impl Extensions {
    /// Adds a value, in the place of an earlier one of the same type.
    pub(crate) fn insert<T: Any + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Arc::new(value));
    }

    /// The value of this type.
    ///
    /// # Panics
    ///
    /// When there is none: that is a fault in how the service is put together, and the first
    /// operation that asks finds it.
    pub(crate) fn get<T: Any + Send + Sync>(&self) -> &T {
        self.find()
            .unwrap_or_else(|| panic!("no capability contributed {}", type_name::<T>()))
    }

    /// The value of this type, if there is one.
    pub(crate) fn find<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Extensions").finish_non_exhaustive()
    }
}
