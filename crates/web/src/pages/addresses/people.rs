//! The addresses of people, and of what they are grouped, led, narrowed and answered by.

use super::super::{
    bulk_move, bulk_steps, group_move, groups, inherited, locations, matrix, numeric_ids, person,
    person_access, person_identities, person_security, photo, profile_form, profiles,
    resource_filter_holders, resource_filters, roles, skills, steps, team_members, teams,
    user_form, users, work,
};
use crate::html::users::bulk_steps::Task;
use crate::map::Map;

/// Largest photo with its wrapping, in bytes; the room itself takes 2 MiB (SECURITY.md S11).
const LARGEST_PHOTO: usize = 3 * 1024 * 1024;

/// Users, each with their page, form and steps.
pub(super) fn people() -> Map {
    let photo = Map::default()
        .get("/users/{id}/photo", photo::show)
        .post("/users/{id}/photo", photo::put)
        .post("/users/{id}/photo/removal", photo::drop)
        .largest(LARGEST_PHOTO);
    Map::default()
        .get("/users", users::list)
        .get("/users/rows", users::live_rows)
        .post("/users/columns", users::columns_chosen)
        .get("/users/new", user_form::blank)
        .post("/users/new", user_form::create)
        .post("/users/move", bulk_move::act)
        .get("/users/numeric-ids", numeric_ids::show)
        .get("/users/{id}", person::profile)
        .get("/users/{id}/access", person_access::tab)
        .get("/users/{id}/why", person_access::why)
        .post("/users/{id}/why", person_access::ask_why)
        .get("/users/{id}/grants", person_access::ask_grants)
        .post("/users/{id}/grants", person_access::assign_grants)
        .get("/users/{id}/security", person_security::security)
        .get("/users/{id}/identities/{identity}/removal", person_identities::ask_disconnect)
        .post("/users/{id}/identities/{identity}/removal", person_identities::disconnect)
        .get("/users/{id}/history", person::story)
        .get("/users/{id}/edit", user_form::edit)
        .post("/users/{id}/edit", user_form::change)
        .get("/users/{id}/sessions/{session}/end", steps::ask_end)
        .post("/users/{id}/sessions/{session}/end", steps::end)
        .merge(steps_of_people())
        .merge(photo)
}

/// Each step by its own address: what it does is decided by the address and nothing else.
fn steps_of_people() -> Map {
    let all = [
        "suspension",
        "activation",
        "deactivation",
        "reactivation",
        "removal",
        "supervisor",
        "first-password",
        "reset",
        "factors",
        "ownership",
    ];
    let one = all.iter().fold(Map::default(), |map, step| {
        let path = format!("/users/{{id}}/{step}");
        map.get(&path, steps::ask).post(&path, steps::act)
    });
    Task::ALL
        .iter()
        .fold(one, |map, task| map.post(&format!("/users/bulk/{}", task.name()), bulk_steps::act))
}

/// User groups and what they pass on.
pub(super) fn groups() -> Map {
    Map::default()
        .get("/groups", groups::list)
        .get("/groups/new", groups::blank)
        .post("/groups/new", groups::create)
        .get("/groups/{id}", groups::settings)
        .post("/groups/{id}", groups::change)
        .get("/groups/{id}/administrators", groups::administrators)
        .post("/groups/{id}/administrators", groups::set_administrators)
        .get("/groups/{id}/name", groups::ask_name)
        .post("/groups/{id}/name", groups::rename)
        .get("/groups/{id}/default", groups::ask_default)
        .post("/groups/{id}/default", groups::make_default)
        .get("/groups/{id}/removal", groups::ask_delete)
        .post("/groups/{id}/removal", groups::delete)
        .get("/users/{id}/group", group_move::ask)
        .post("/users/{id}/group", group_move::act)
        .get("/users/{id}/settings", person::settings)
        .get("/users/{id}/settings/edit", inherited::edit_user)
        .post("/users/{id}/settings/edit", inherited::change_user)
        .get("/settings/inherited", inherited::organisation)
        .post("/settings/inherited", inherited::change_organisation)
}

/// Resource filters and who has which.
pub(super) fn sight() -> Map {
    Map::default()
        .get("/settings/filters", resource_filters::list)
        .get("/settings/filters/new", resource_filters::blank)
        .post("/settings/filters/new", resource_filters::create)
        .get("/settings/filters/{id}", resource_filters::edit)
        .post("/settings/filters/{id}", resource_filters::change)
        .get("/settings/filters/{id}/removal", resource_filters::ask_delete)
        .post("/settings/filters/{id}/removal", resource_filters::delete)
        .get("/groups/{id}/filter", resource_filter_holders::of_group)
        .post("/groups/{id}/filter", resource_filter_holders::put_group)
        .get("/users/{id}/filter", resource_filter_holders::of_user)
        .post("/users/{id}/filter", resource_filter_holders::put_user)
}

/// What people answer with.
pub(super) fn work() -> Map {
    Map::default()
        .get("/skills", skills::list)
        .get("/skills/new", skills::blank)
        .post("/skills/new", skills::create)
        .get("/skills/levels", matrix::show)
        .post("/skills/levels", matrix::save)
        .get("/skills/{id}", skills::edit)
        .post("/skills/{id}", skills::change)
        .get("/skills/{id}/removal", skills::ask_delete)
        .post("/skills/{id}/removal", skills::delete)
        .get("/profiles", profiles::list)
        .get("/profiles/new", profile_form::blank)
        .post("/profiles/new", profile_form::create)
        .get("/profiles/{id}", profile_form::edit)
        .post("/profiles/{id}", profile_form::change)
        .get("/profiles/{id}/removal", profile_form::ask_delete)
        .post("/profiles/{id}/removal", profile_form::delete)
        .get("/groups/{id}/profiles", profiles::of_group)
        .get("/users/{id}/work", work::tab)
        .get("/users/{id}/work/edit", work::edit)
        .post("/users/{id}/work/edit", work::change)
}

/// Roles and what they allow.
pub(super) fn roles() -> Map {
    Map::default()
        .get("/roles", roles::list)
        .get("/roles/new", roles::blank)
        .post("/roles/new", roles::create)
        .get("/roles/{id}", roles::show)
        .post("/roles/{id}", roles::change)
        .get("/roles/{id}/second-factor", roles::ask_second_factor)
        .post("/roles/{id}/second-factor", roles::set_second_factor)
        .get("/roles/{id}/removal", roles::ask_delete)
        .post("/roles/{id}/removal", roles::delete)
}

/// Teams and where they work.
pub(super) fn teams() -> Map {
    Map::default()
        .get("/teams", teams::list)
        .get("/teams/new", teams::blank)
        .post("/teams/new", teams::create)
        .get("/teams/{id}", teams::show)
        .get("/teams/{id}/edit", teams::edit)
        .post("/teams/{id}/edit", teams::change)
        .get("/teams/{id}/removal", teams::ask_delete)
        .post("/teams/{id}/removal", teams::delete)
        .get("/teams/{id}/members", team_members::ask_add)
        .post("/teams/{id}/members", team_members::add)
        .get("/teams/{id}/members/{user}/end", team_members::ask_end)
        .post("/teams/{id}/members/{user}/end", team_members::end)
        .get("/locations", locations::list)
        .get("/locations/new", locations::blank)
        .post("/locations/new", locations::create)
        .get("/locations/{id}/name", locations::ask_name)
        .post("/locations/{id}/name", locations::rename)
        .get("/locations/{id}/removal", locations::ask_delete)
        .post("/locations/{id}/removal", locations::delete)
}
