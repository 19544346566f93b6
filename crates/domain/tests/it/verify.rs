//! The checks of a live database find nothing in a healthy one, and each finds what was broken.

use db::{Tx, params};
use domain::access::RoleKey;
use domain::invitations::{self, Invitee};
use domain::users::{Licence, NewUser};
use domain::verify;
use kernel::Result;

use crate::world::{World, found, person};

/// Contoso with a supervisor, two below her, a suspended one and somebody invited; Fabrikam beside it.
async fn office(db: db::testdb::TestDb) -> World {
    let world = World::new(db).await;
    let (anna, _) = world.hire("anna", RoleKey::Supervisor).await;
    let (ben, _) = world.hire("ben", RoleKey::Technician).await;
    let (carl, _) = world.hire("carl", RoleKey::Technician).await;
    world.report(&world.olga, ben.id, Some(anna.id)).await.unwrap();
    world.report(&world.olga, carl.id, Some(ben.id)).await.unwrap();
    let licensed = NewUser { licence: Some(Licence::Callcentre), ..person("dora") };
    let dora = world.create(&world.olga, licensed, RoleKey::Technician).await.unwrap();
    let licensed = NewUser { licence: Some(Licence::Callcentre), ..person("emil") };
    world.create(&world.olga, licensed, RoleKey::Technician).await.unwrap();
    world.suspend(&world.olga, dora.id).await.unwrap();
    let invitee = Invitee {
        first_name: "Fay".into(),
        last_name: "Fox".into(),
        email: "fay@example.org".into(),
        ..Invitee::default()
    };
    world
        .crewdesk
        .write(&world.olga, async |cx| invitations::invite(cx, vec![invitee]).await)
        .await
        .unwrap();
    found(&world.crewdesk, "Fabrikam", "felix").await;
    // The sessions of these stories are made without signing in.
    let signed_in = "UPDATE users SET presence = 'logged_in' \
        WHERE id IN (SELECT user_id FROM sessions)";
    damage(&world, &[signed_in]).await;
    world
}

/// The invariants that do not hold.
pub(crate) async fn violated(world: &World) -> Vec<&'static str> {
    let checked = verify::all(&world.crewdesk).await.unwrap();
    checked.iter().filter(|check| check.count > 0).map(|check| check.invariant).collect()
}

async fn damage(world: &World, statements: &[&str]) {
    let crewdesk = &world.crewdesk;
    let changed: Result<()> = crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            for sql in statements {
                tx.execute(sql, &params![]).await?;
            }
            Ok(())
        })
        .await;
    changed.unwrap();
}

db::on_both! {
    async fn a_healthy_database_has_no_violation(db: TestDb) {
        let world = office(db).await;
        assert_eq!(violated(&world).await, [""; 0]);
        assert!(verify::all(&world.crewdesk).await.unwrap().len() > 20);
    }
}

/// One test for each way to break something: name, the invariant that must tell it, statements.
macro_rules! broken {
    ($($name:ident, $invariant:literal, [$($sql:expr),+];)+) => {$(
        db::on_both! {
            async fn $name(db: TestDb) {
                let world = office(db).await;
                damage(&world, &[$($sql),+]).await;
                let violated = violated(&world).await;
                assert!(violated.contains(&$invariant), "{violated:#?}");
            }
        }
    )+};
}

broken! {
    more_seats_used_than_bought, "Seats used are at most the seats bought.",
        ["UPDATE organisations SET seats = 0 WHERE name = 'Contoso'"];
    a_seat_lost_in_counting, "The count of seats used is the number of users who hold one.",
        ["UPDATE organisations SET seats_used = seats_used - 1 WHERE name = 'Contoso'"];
    a_user_lost_in_counting, "Users are counted right.",
        ["UPDATE user_counts SET users = users - 1"];
    a_user_never_counted, "Users are counted right.", ["DELETE FROM user_counts"];
    a_day_counted_wrong, "The record of each day's licences ends with those held now.",
        ["UPDATE licence_days SET used = used + 1"];
    a_hold_lost, "Whoever holds a seat has one open record of it, and nobody else.",
        ["DELETE FROM licence_holds"];
    a_hold_left_open, "Whoever holds a seat has one open record of it, and nobody else.",
        ["UPDATE users SET licence = NULL"];
    a_licence_of_the_wrong_kind,
        "Licences used of each kind are counted right and at most those ordered.",
        ["INSERT INTO licences (organisation_id, licence, quantity, used) SELECT id, 'video', 1, 0 \
          FROM organisations WHERE name = 'Contoso'"];
    two_users_of_one_account, "An account is at most one user of an organisation, and exists.",
        ["DROP INDEX users_account",
         "UPDATE users SET account_id = (SELECT account_id FROM users WHERE username = 'anna') \
          WHERE username = 'ben'"];
    a_role_of_another_organisation, "Roles are of the user's own organisation.",
        ["UPDATE users SET role_id = (SELECT role_id FROM users WHERE username = 'felix') \
          WHERE username = 'ben'"];
    a_group_of_another_organisation, "Groups are of the user's own organisation.",
        ["UPDATE users SET group_id = (SELECT group_id FROM users WHERE username = 'felix') \
          WHERE username = 'ben'"];
    an_exchange_of_nobodys, "Exchanges and helpdesks are of the user's own organisation.",
        ["UPDATE users SET exchange_id = id WHERE username = 'ben'"];
    an_extension_outside_the_range, "An extension is on one exchange, in its range, and given once.",
        ["INSERT INTO exchanges (id, organisation_id, name, name_key, first_extension, last_extension, \
          version, created_at, updated_at) SELECT id, organisation_id, 'x', 'x', '10', '20', 1, 0, 0 \
          FROM users WHERE username = 'ben'",
         "UPDATE users SET exchange_id = id, extension = '21' WHERE username = 'ben'"];
    a_supervisor_of_another_organisation, "Supervisors are of the user's own organisation.",
        ["UPDATE users SET reports_to = (SELECT id FROM users WHERE username = 'felix') \
          WHERE username = 'ben'"];
    a_level_of_somebody_who_is_not_there, "Levels and profiles are of the same organisation.",
        ["INSERT INTO skills (id, organisation_id, name, name_key, note, version, created_at, updated_at) \
          SELECT id, organisation_id, 'x', 'x', '', 1, 0, 0 FROM users WHERE username = 'ben'",
         "INSERT INTO user_skills (organisation_id, user_id, skill_id, level) \
          SELECT organisation_id, organisation_id, id, 3 FROM skills"];
    a_profile_without_skills, "Every profile has one owner and at least one skill.",
        ["INSERT INTO profiles (id, organisation_id, group_id, name, name_key, version, created_at, updated_at) \
          SELECT id, organisation_id, group_id, 'x', 'x', 1, 0, 0 FROM users WHERE username = 'ben'"];
    a_profile_of_somebody_elses,
        "Whoever logs on with a profile has it of their own group or as their own.",
        ["INSERT INTO user_profiles (organisation_id, user_id, profile_id) \
          SELECT organisation_id, id, id FROM users WHERE username = 'ben'"];
    somebody_marked_who_answers_with_nothing,
        "Whoever answers with something is marked so, and skills are counted right.",
        ["UPDATE users SET can_answer = TRUE WHERE username = 'ben'"];
    a_circle_of_supervision, "Nobody reports to themself, directly or through others.",
        ["UPDATE users SET reports_to = (SELECT id FROM users WHERE username = 'carl') \
          WHERE username = 'anna'"];
    a_direct_link_lost, "Everyone stands directly below their supervisor and nobody else.",
        ["DELETE FROM supervision WHERE depth = 1"];
    an_indirect_link_lost, "Everyone stands below all who stand above their supervisor.",
        ["DELETE FROM supervision WHERE depth = 2"];
    a_link_too_many, "Nobody stands below anyone else.",
        ["INSERT INTO supervision (organisation_id, supervisor_id, user_id, depth) \
          SELECT e.organisation_id, e.id, c.id, 2 FROM users e JOIN users c ON c.username = 'carl' \
          WHERE e.username = 'emil'"];
    no_administrator, "Every organisation has an active Administrator.",
        ["UPDATE users SET lifecycle = 'suspended' WHERE username = 'felix'"];
    no_owner, "Every organisation has one owner, who is an active Administrator.",
        ["UPDATE organisations SET owner_user_id = NULL WHERE name = 'Contoso'"];
    a_username_twice, "Usernames are unique in their organisation.",
        ["DROP INDEX users_username",
         "UPDATE users SET username_key = 'anna' WHERE username = 'ben'"];
    an_address_twice, "Addresses, numeric ids and external ids are unique in their organisation.",
        ["DROP INDEX users_email",
         "UPDATE users SET email_key = 'anna@example.org' WHERE username = 'ben'"];
    a_sign_in_address_twice, "Sign-in addresses are unique in the installation.",
        ["DROP INDEX accounts_email",
         "UPDATE accounts SET email_key = 'anna@example.org' WHERE email = 'ben@example.org'"];
    a_session_of_somebody_suspended, "Nobody who may not sign in has a living session or token.",
        ["UPDATE users SET lifecycle = 'suspended' WHERE username = 'ben'"];
    an_invitation_of_somebody_who_left,
        "Nobody who has left or is suspended has an open invitation.",
        ["UPDATE users SET lifecycle = 'deactivated' WHERE lifecycle = 'invited'"];
    an_invitation_lost, "Everyone who is invited has an open invitation.",
        ["DELETE FROM invitations"];
    an_accepted_invitation_without_effect, "A settled invitation has had its effect.",
        ["UPDATE invitations SET state = 'accepted', settled_at = 1"];
    somebody_shown_as_on_without_a_session, "Presence says who has a session.",
        ["UPDATE users SET presence = 'logged_in' WHERE username = 'emil'"];
    somebody_shown_as_off_with_a_session, "Presence says who has a session.",
        ["UPDATE users SET presence = 'logged_out'"];
    a_failure_without_a_reason, "Every job is due, done, dropped or failed with a reason.",
        ["UPDATE jobs SET state = 'failed', finished_at = 1"];
    a_name_with_another_key,
        "Names and addresses are stored with the key by which they are unique.",
        ["UPDATE users SET username_key = 'benjamin' WHERE username = 'ben'"];
    an_account_with_another_key,
        "Names and addresses are stored with the key by which they are unique.",
        ["UPDATE accounts SET email_key = 'benjamin' WHERE email = 'ben@example.org'"];
    a_number_without_its_country, "Numbers that codes go to begin with the country.",
        ["UPDATE accounts SET mobile = '601123456' WHERE email = 'ben@example.org'"];
    more_former_passwords_than_asked_for,
        "No more former passwords are kept than settings can ask for.",
        ["INSERT INTO former_passwords (account_id, replaced_at, password_hash) \
          SELECT a.id, audit.seq * 100 + n.attempts, '' FROM accounts a CROSS JOIN audit \
          CROSS JOIN jobs n WHERE a.email = 'ben@example.org' AND audit.organisation_id = \
          (SELECT id FROM organisations WHERE name = 'Contoso') GROUP BY a.id, audit.seq, n.attempts"];
    a_list_of_networks_that_cannot_be_read, "Lists of allowed networks can be read whole.",
        ["UPDATE organisations SET allowed_networks = '192.0.2.0/24 home' WHERE name = 'Contoso'"];
    an_audit_row_altered, "The audit log has no gaps and its chain is whole.",
        ["UPDATE audit SET actor_name = 'nobody' WHERE seq = 2"];
    an_audit_row_removed, "The audit log has no gaps and its chain is whole.",
        ["DELETE FROM audit WHERE seq = 3"];
    the_latest_audit_rows_removed, "The audit log has no gaps and its chain is whole.",
        ["DELETE FROM audit WHERE seq > 4"];
}

db::on_both! {
    async fn at_most_twenty_places_are_told(db: TestDb) {
        let world = office(db).await;
        let many: Vec<String> = (0..30).map(|n| format!(
            "INSERT INTO jobs (id, kind, payload, state, run_at, attempts, created_at) \
             SELECT {}, 'mail', '{{}}', 'lost', {n}, 0, 0", unique(&world, n)
        )).collect();
        damage(&world, &many.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let checked = verify::all(&world.crewdesk).await.unwrap();
        let jobs = checked.iter().find(|check| check.invariant.starts_with("Every job")).unwrap();
        assert_eq!((jobs.violations.len(), jobs.count), (20, 30));
    }
}

/// A literal id.
fn unique(world: &World, n: u8) -> String {
    match world.crewdesk.db().engine() {
        db::Engine::Sqlite => format!("x'000000000000700080000000000000{n:02x}'"),
        db::Engine::Postgres => format!("UUID '00000000-0000-7000-8000-0000000000{n:02x}'"),
    }
}
