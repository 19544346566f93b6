//! S1: every operation of the programming interface × every kind of actor. The snapshot is reviewed by
//! hand; an operation without a body in `operations` fails here, so that none is forgotten.

use std::fmt::Write as _;

use crate::cast::{ACTORS, Cast, NOBODY};
use crate::operations::operations;

/// What strangers may call, which is how one comes in.
const OPEN: &[&str] = &[
    "acceptInvitation",
    "acceptInvitationByPasskey",
    "challengeInvited",
    "confirmSignUp",
    "challengeSignIn",
    "finishSignIn",
    "requestPasswordCode",
    "resetPassword",
    "signIn",
    "signInByPasskey",
    "signUp",
];

db::on_both! {
    async fn s1_every_operation_asks_for_the_right(db: TestDb) {
        let cast = Cast::new(db).await;
        let mut table = format!("{:58} {}\n", "", ACTORS.join(" "));
        let mut number = 0;
        for operation in operations() {
            let mut line = format!("{:6} {:51}", operation.method.as_str(), operation.path);
            for title in ACTORS {
                number += 1;
                let client = cast.actor(title, operation.ends_sessions()).await;
                // The administrator hands ownership over to nobody: it would change who asks.
                let route = if operation.id == "transferOwnership" { "/tokens/" } else { &operation.route() };
                let facts = cast.target(route, number, &client).await;
                let status = operation.ask(&client, &facts).await.status;
                let _ = write!(line, " {:>width$}", status.as_u16(), width = title.len());
                let open = OPEN.contains(&operation.id.as_str());
                assert!(*title != "anonymous" || open || status == 401, "{operation:?}: {status}");
                let foreign = *title == "neighbour" && operation.path.contains("{id}");
                assert!(!foreign || status == 404, "{operation:?}: {status}");
            }
            table.push_str(line.trim_end());
            table.push('\n');
        }
        insta::assert_snapshot!("operations", table);
    }

    async fn s1_a_foreign_id_and_a_missing_id_answer_alike(db: TestDb) {
        let cast = Cast::new(db).await;
        let neighbour = &cast.actors["neighbour"];
        let all = operations();
        for (number, operation) in all.iter().enumerate().filter(|(_, one)| one.path.contains("{id}")) {
            let foreign = cast.target(&operation.route(), number, neighbour).await;
            let mut missing = foreign.clone();
            missing.id = NOBODY.to_owned();
            let [foreign, missing] = [
                operation.ask(neighbour, &foreign).await,
                operation.ask(neighbour, &missing).await,
            ];
            assert_eq!(foreign.without_request_id(), missing.without_request_id(), "{operation:?}");
            assert_eq!((foreign.status.as_u16(), missing.status.as_u16()), (404, 404), "{operation:?}");
        }
    }
}
