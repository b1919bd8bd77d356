//! The API over HTTP, driven by its own client.

#![expect(
    clippy::unwrap_used,
    reason = "a test says what it expects; helpers belong to tests"
)]

mod attendance;
mod attendance_check_ins;
mod attendance_records;
mod attendance_refusals;
mod audit;
mod awards;
mod bodies;
mod browser;
mod by_hand;
mod connections;
mod corrections;
mod current_season;
mod decisions;
mod driving;
mod effects;
mod erasure;
mod examples;
mod files;
mod garage;
mod guided;
mod guild;
mod hall;
mod headers;
mod helpers;
mod http;
mod import;
mod iracing;
mod items;
mod leaderboard;
mod league;
mod league_races;
mod limits;
mod log;
mod members;
mod modules;
mod names;
mod notices;
mod numbers;
mod numbers_kept;
mod numbers_traded;
mod openapi;
mod outages;
mod participants;
mod points;
mod points_notices;
mod privacy;
mod ranks;
mod results;
mod results_attendance;
mod results_export;
mod results_raw;
mod reviews;
mod rights;
mod scoring;
mod seasons;
mod spreadsheets;
mod staff;
mod stored;
mod submissions;
mod tenants;
mod tidy;
mod tokens;
mod track;
