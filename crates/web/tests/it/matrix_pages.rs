//! S1 for the pages: every address of the router × every kind of actor. A form without fields in `forms`
//! fails here, so that none is forgotten.

use std::fmt::Write as _;

use crate::cast::{ACTORS, Cast, NOBODY};
use crate::forms::doors;

/// What strangers may look at or send without being led to the sign-in page.
const OPEN: &[&str] = &[
    "/api/docs",
    "/api/v1/openapi.json",
    "/healthz",
    "/readyz",
    "/metrics",
    "/language",
    "/sign-in",
    "/sign-in/passkey",
    "/sign-in/sso",
    "/sign-in/sso/back-channel/{id}",
    "/sign-out",
    "/sign-up",
    "/password/forgotten",
    "/password/code",
    "/invitations/{id}/again",
];

db::on_both! {
    async fn s1_every_page_asks_for_the_right(db: TestDb) {
        let cast = Cast::new(db).await;
        let mut table = format!("{:52} {}\n", "", ACTORS.join(" "));
        let mut number = 0;
        for door in doors() {
            let mut line = format!("{:5} {:46}", door.method.as_str(), door.route);
            for title in ACTORS {
                number += 1;
                let client = cast.actor(title, door.ends_sessions()).await;
                let facts = cast.target(&door.route(), number, &client).await;
                let answer = door.knock(&client, &facts).await;
                let led = answer.header("location").starts_with("/sign-in?next");
                let status = answer.status;
                let _ = write!(line, " {:>width$}", format!("{}{}", status.as_u16(), if led { "*" } else { "" }), width = title.len());
                let opened = (status.is_success() || status.is_redirection()) && !led;
                let open = OPEN.contains(&door.route.as_str());
                // Without a destination there is none to come back to.
                let home = matches!(answer.header("location"), "/sign-in" | "/sign-in?reason=ended");
                assert!(*title != "anonymous" || open || home || !opened, "{door:?}: {status}");
                let foreign = *title == "neighbour" && door.route.contains("{id}");
                assert!(!foreign || open || status == 404, "{door:?}: {status}");
            }
            table.push_str(line.trim_end());
            table.push('\n');
        }
        insta::assert_snapshot!("pages", table);
    }

    async fn s1_pages_of_a_foreign_and_a_missing_thing_answer_alike(db: TestDb) {
        let cast = Cast::new(db).await;
        let neighbour = &cast.actors["neighbour"];
        let all = doors();
        for (number, door) in all.iter().enumerate().filter(|(_, door)| door.route.contains("{id}")) {
            let foreign = cast.target(&door.route(), number, neighbour).await;
            let missing = crate::cast::Facts { id: NOBODY.to_owned(), ..foreign.clone() };
            let mut answers = Vec::new();
            for facts in [foreign, missing] {
                let answer = door.knock(neighbour, &facts).await;
                let body = answer.without_request_id().replace(&facts.id, "ID");
                answers.push((answer.status, answer.header("location").replace(&facts.id, "ID"), body));
            }
            assert_eq!(answers[0], answers[1], "{door:?}");
        }
    }
}
