//! People: who signed in, and others.

use super::lenient;
use serde::Deserialize;

/// Who signed in: `/iracing/profile`. It proves a customer id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Profile {
    /// Customer id.
    #[serde(rename = "iracing_cust_id", deserialize_with = "lenient::required_id")]
    pub cust_id: i64,
    /// Name in iRacing. To show it takes the person's consent.
    #[serde(default, rename = "iracing_name", deserialize_with = "lenient::text")]
    pub display_name: Option<String>,
}

/// The member to whom a token belongs: `member/info`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Account {
    /// Customer id.
    #[serde(deserialize_with = "lenient::required_id")]
    pub cust_id: i64,
    /// Name in iRacing. To show it takes the person's consent.
    #[serde(default, deserialize_with = "lenient::text")]
    pub display_name: Option<String>,
    /// Day on which they joined iRacing, `2019-03-02`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub member_since: Option<String>,
    /// Licence of each category.
    #[serde(default, deserialize_with = "lenient::list")]
    pub licenses: Vec<License>,
}

/// Any member: an entry of `member/get`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Member {
    /// Customer id.
    #[serde(deserialize_with = "lenient::id")]
    pub cust_id: i64,
    /// Name in iRacing. To show it takes the person's consent.
    #[serde(deserialize_with = "lenient::text")]
    pub display_name: Option<String>,
    /// Day on which they joined iRacing, `2019-03-02`.
    #[serde(deserialize_with = "lenient::text")]
    pub member_since: Option<String>,
    /// Licence of each category, where it was asked for.
    #[serde(deserialize_with = "lenient::list")]
    pub licenses: Vec<License>,
}

/// What `member/get` answers.
#[derive(Debug, Deserialize)]
pub(crate) struct Members {
    #[serde(deserialize_with = "lenient::list")]
    pub(crate) members: Vec<Member>,
}

/// A licence in one category.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct License {
    /// 1 oval, 2 road (until 2024), 3 dirt oval, 4 dirt road, 5 sports car, 6 formula car.
    #[serde(deserialize_with = "lenient::whole")]
    pub category_id: Option<i64>,
    /// 1 to 4 rookie, 5 to 8 D, 9 to 12 C, 13 to 16 B, 17 to 20 A, more: professional.
    #[serde(deserialize_with = "lenient::whole")]
    pub license_level: Option<i64>,
    /// Safety rating, such as 3.41.
    #[serde(deserialize_with = "lenient::number")]
    pub safety_rating: Option<f64>,
    /// Rating of skill; may be missing.
    #[serde(deserialize_with = "lenient::whole")]
    pub irating: Option<i64>,
}
