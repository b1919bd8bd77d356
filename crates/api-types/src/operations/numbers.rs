//! Car numbers: claims, classes, reservations, the wait list and trades.

use super::{Csv, declare};
use crate::numbers::{
    AvailableNumbersQuery, ClaimNumber, CreateNumberClass, ForceReleaseNumber, ImportNumbersQuery,
    ListNumberClaimsQuery, MyNumbers, NumberClaim, NumberClass, NumberClassQuery, NumberRange,
    NumberReservation, NumberSeason, NumberStatus, NumberTrade, NumberWait, NumbersImported,
    OfferNumberTrade, ReserveNumbers, StartNumberSeason, UpdateNumberClass, WaitForNumber,
};
use crate::{CarNumber, NumberClassId, NumberReservationId, NumberTradeId, Page, PageQuery};

/// Calls a macro with this table.
#[macro_export]
macro_rules! numbers_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "numbers";
            /// Claims, lowest number first.
            list_number_claims: Guest, GET "/api/numbers" ?ListNumberClaimsQuery
                => 200 Page<NumberClaim>, "A page of claims",
                refuses [NumberClassNotFound];
            /// Free numbers, as ranges.
            ///
            /// Without leading zeros. A page looks at up to 1,000 values, so that it may be short or empty
            /// and not the last.
            list_available_numbers: Guest, GET "/api/numbers/available" ?AvailableNumbersQuery
                => 200 Page<NumberRange>, "A page of ranges",
                refuses [NumberClassNotFound NumberClassRequired];
            /// What the caller holds, waits for and was offered.
            list_my_numbers: Guest, GET "/api/numbers/mine"
                => 200 MyNumbers, "Everything of the caller",
                refuses [NotRegistered];
            /// Claims as CSV, lowest number first.
            ///
            /// The columns are `number,class,user_id,display_name,claimed_at`; an import takes them again.
            export_numbers: Manager, GET "/api/numbers/export.csv"
                => 200 Csv, "The file";
            /// Import claims.
            ///
            /// CSV with the columns `number`, `user_id` and, where there are classes, `class`; others are
            /// ignored. Up to 12,000 rows, all or none of them. A dry run lists every row that it would
            /// refuse.
            import_numbers: Admin, POST "/api/numbers/import" ?ImportNumbersQuery,
                file Csv { "number,user_id,class\n77,1234567890123456789,\n" }
                => 200 NumbersImported, "What was imported, or which rows were refused",
                refuses [ImportRefused];
            /// Begin a new season of numbers.
            ///
            /// Every number is released. Until the priority ends, only its last holder can claim it.
            start_number_season: Admin, POST "/api/numbers/season",
                body StartNumberSeason { "priority_days": 7 }
                => 200 NumberSeason, "How many were released";
            /// How a number stands, and the nearest that are free.
            get_number: Guest, GET "/api/numbers/{number}" [number: CarNumber] ?NumberClassQuery
                => 200 NumberStatus, "The number",
                refuses [NumberClassNotFound NumberClassRequired];
            /// Claim a number.
            ///
            /// First come, first served.
            claim_number: Verified, POST "/api/numbers/{number}/claim" [number: CarNumber],
                optional ClaimNumber {}
                => 201 NumberClaim, "The claim",
                refuses [NumberClassNotFound NumberClassRequired NumberOutOfRange NumberTaken
                    NumberReserved NumberOnRoster NumberHeldByCaller NumberLimitReached MemberNotFound
                    MemberNotVerified NotRegistered];
            /// Release a number of the caller.
            release_number: Verified, DELETE "/api/numbers/{number}/claim" [number: CarNumber] ?NumberClassQuery
                => 204 (), "Released",
                refuses [NumberClassNotFound NumberClassRequired NumberNotHeld];
            /// Release a number of somebody.
            force_release_number: Admin, POST "/api/numbers/{number}/force-release" [number: CarNumber],
                optional ForceReleaseNumber { "reason": "Left the league." }
                => 204 (), "Released",
                refuses [NumberClassNotFound NumberClassRequired NumberNotClaimed];
            /// Classes, oldest first.
            list_number_classes: Guest, GET "/api/number-classes" ?PageQuery
                => 200 Page<NumberClass>, "A page of classes";
            /// Create a class of cars with numbers of its own.
            create_number_class: Admin, POST "/api/number-classes",
                body CreateNumberClass { "name": "GT3", "number_min": 1, "number_max": 99 }
                => 201 NumberClass, "The class",
                refuses [NumberClassNameTaken LimitReached];
            /// Change a class.
            update_number_class: Admin, PATCH "/api/number-classes/{class_id}" [class: NumberClassId],
                body UpdateNumberClass { "number_max": 199 }
                => 200 NumberClass, "The class",
                refuses [NumberClassNotFound NumberClassNameTaken];
            /// Delete a class in which nobody holds a number.
            delete_number_class: Admin, DELETE "/api/number-classes/{class_id}" [class: NumberClassId]
                => 204 (), "Deleted",
                refuses [NumberClassNotFound NumberClassInUse];
            /// Reservations, newest first.
            list_number_reservations: Manager, GET "/api/number-reservations" ?PageQuery
                => 200 Page<NumberReservation>, "A page of reservations";
            /// Keep a number, or a range, for a member or for nobody.
            reserve_numbers: Admin, POST "/api/number-reservations",
                body ReserveNumbers { "number": "1", "note": "For the champion." }
                => 201 NumberReservation, "The reservation",
                refuses [NumberClassNotFound NumberClassRequired MemberNotFound LimitReached];
            /// Remove a reservation.
            remove_number_reservation: Admin, DELETE "/api/number-reservations/{reservation_id}" [reservation: NumberReservationId]
                => 204 (), "Removed",
                refuses [NumberReservationNotFound];
            /// Wait for a number that somebody holds.
            ///
            /// Once it is free, it is held for 48 hours for the member who waits longest.
            wait_for_number: Verified, POST "/api/number-waitlist",
                body WaitForNumber { "number": "8" }
                => 201 NumberWait, "The place in the line",
                refuses [NumberClassNotFound NumberClassRequired NumberOutOfRange NumberNotClaimed
                    NumberHeldByCaller NotRegistered LimitReached];
            /// Wait no longer for a number, or decline it while it is held for the caller.
            stop_waiting_for_number: Verified, DELETE "/api/number-waitlist/{number}" [number: CarNumber] ?NumberClassQuery
                => 204 (), "No longer waiting",
                refuses [NumberClassNotFound NumberClassRequired NumberNotWaited];
            /// Offers to and by the caller, newest first.
            list_number_trades: Verified, GET "/api/number-trades" ?PageQuery
                => 200 Page<NumberTrade>, "A page of offers";
            /// Offer a number to another member, in exchange for theirs or as a gift.
            ///
            /// The other side has 24 hours.
            offer_number_trade: Verified, POST "/api/number-trades",
                body OfferNumberTrade { "user_id": "1234567890123456789", "gives": "7", "wants": "8" }
                => 201 NumberTrade, "The offer",
                refuses [NumberClassNotFound NumberClassRequired NumberNotHeld MemberNotFound
                    MemberNotVerified SelfTargeted LimitReached];
            /// Accept an offer.
            ///
            /// Both numbers change hands together.
            accept_number_trade: Verified, POST "/api/number-trades/{trade_id}/accept" [trade: NumberTradeId]
                => 200 NumberTrade, "The trade",
                refuses [NumberTradeNotFound NumberTradeDecided NumberTradeBroken NumberLimitReached
                    MemberNotFound MemberNotVerified];
            /// Decline an offer.
            decline_number_trade: Verified, POST "/api/number-trades/{trade_id}/decline" [trade: NumberTradeId]
                => 200 NumberTrade, "The trade",
                refuses [NumberTradeNotFound NumberTradeDecided];
            /// Withdraw an offer of the caller.
            cancel_number_trade: Verified, DELETE "/api/number-trades/{trade_id}" [trade: NumberTradeId]
                => 200 NumberTrade, "The trade",
                refuses [NumberTradeNotFound NumberTradeDecided];
        }
    };
}
numbers_operations!(declare);
