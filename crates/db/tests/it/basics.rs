//! Values, rows, errors: the same on both engines.

use crate::support::{FIND, INSERT, Person, add, count, id, on_both};
use db::{DbError, Value, params};

on_both! {
    /// Every kind of value comes back as it went.
    async fn values_round_trip(db: TestDb) {
        let sql = "INSERT INTO people (id, team, name, name_key, search, active, score, born_at, photo, settings) \
             VALUES ($1, $2, $3, $3, $3, $4, $5, $6, $7, $8)";
        let photo: Vec<u8> = (0..=255).collect();
        let settings = r#"{"a": "Žluťoučký 🐎"}"#;
        let row = params![id(1), i64::MAX, "Zoë", false, 1.5, i64::MIN, photo.clone(), settings];
        db.write(async |tx| tx.execute(sql, &row).await).await.unwrap();
        let found = db.read(async |tx| tx.one::<Person>(FIND, &params![id(1)]).await).await.unwrap();
        assert_eq!(found.id, id(1));
        assert_eq!((found.team, found.name.as_str(), found.active), (i64::MAX, "Zoë", false));
        assert_eq!((found.score, found.born_at), (Some(1.5), Some(i64::MIN)));
        assert_eq!(found.photo, Some(photo));
        assert_eq!(found.settings.as_deref(), Some(settings));
    }

    async fn what_is_written_on_the_way_is_seen_at_once(db: TestDb) {
        db.write_on_the_way(async |tx| add(tx, 1, "a").await).await.unwrap();
        assert_eq!(count(&db).await, 1);
        let result = db.write_on_the_way(async |tx| add(tx, 1, "b").await).await;
        assert!(matches!(result, Err(DbError::Unique { .. })), "{result:?}");
        db.write(async |tx| add(tx, 2, "b").await).await.unwrap();
        assert_eq!(count(&db).await, 2);
    }

    async fn nulls_and_16_bytes_round_trip(db: TestDb) {
        db.write(async |tx| add(tx, 1, "a").await).await.unwrap();
        let sql = "UPDATE people SET photo = $2, score = $3 WHERE id = $1";
        db.write(async |tx| tx.execute(sql, &params![id(1), [7u8; 16], Value::Null]).await).await.unwrap();
        let found = db.read(async |tx| tx.one::<Person>(FIND, &params![id(1)]).await).await.unwrap();
        assert_eq!(found.photo, Some(vec![7; 16]));
        assert_eq!(found.score, None);
        assert_eq!(found.settings, None);
    }

    /// rusqlite numbers `$2 … $1` by first appearance; the engine binds by name.
    async fn parameters_are_bound_by_their_number(db: TestDb) {
        let sql = "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)";
        let row = db.read(async |tx| tx.one::<(String, String, String)>(sql, &params!["one", "two"]).await);
        assert_eq!(row.await.unwrap(), ("two".into(), "one".into(), "two".into()));
    }

    async fn a_wrong_number_of_parameters_is_refused(db: TestDb) {
        for values in [params![1].to_vec(), params![1, 2, 3].to_vec()] {
            let sql = "SELECT id FROM people WHERE team = $1 AND born_at = $2";
            let result = db.read(async |tx| tx.optional::<(uuid::Uuid,)>(sql, &values).await).await;
            assert!(matches!(result, Err(DbError::Other(_))), "{result:?}");
        }
        assert_eq!(count(&db).await, 0);
    }

    /// PostgreSQL can't store it, so SQLite may not either.
    async fn nul_in_text_is_refused(db: TestDb) {
        let result = db.write(async |tx| add(tx, 1, "a\0b").await).await;
        assert_eq!(result, Err(DbError::Nul));
        assert_eq!(count(&db).await, 0);
    }

    /// SQLite would take 'abc' for an integer without STRICT.
    async fn a_wrong_type_is_refused(db: TestDb) {
        let wrong = params![id(1), "abc", "n", "n", true];
        let result = db.write(async |tx| tx.execute(INSERT, &wrong).await).await;
        assert!(matches!(result, Err(DbError::Other(_) | DbError::Check { .. })), "{result:?}");
        assert_eq!(count(&db).await, 0);
    }

    async fn one_wants_exactly_one_row(db: TestDb) {
        let sql = "SELECT name FROM people WHERE team = $1";
        let one = async || db.read(async |tx| tx.one::<(String,)>(sql, &params![1]).await).await;
        assert_eq!(one().await, Err(DbError::RowMissing));
        db.write(async |tx| add(tx, 1, "a").await).await.unwrap();
        assert_eq!(one().await, Ok(("a".into(),)));
        db.write(async |tx| add(tx, 2, "b").await).await.unwrap();
        assert!(matches!(one().await, Err(DbError::Other(_))));
    }

    async fn a_violated_index_is_named(db: TestDb) {
        db.write(async |tx| add(tx, 1, "a").await).await.unwrap();
        let again = db.write(async |tx| add(tx, 2, "a").await).await.unwrap_err();
        assert!(again.violates("people_name"), "{again:?}");
        let again = db.write(async |tx| add(tx, 1, "b").await).await.unwrap_err();
        assert!(again.violates("people_id"), "{again:?}");
        let photo = "UPDATE people SET photo = $1";
        db.write(async |tx| add(tx, 3, "c").await).await.unwrap();
        let again = db.write(async |tx| tx.execute(photo, &params![[1u8, 2]]).await).await.unwrap_err();
        assert!(again.violates("people_photo"), "{again:?}");
        let badge = "INSERT INTO badges (id, person_id, label) VALUES ($1, $2, $3)";
        let mut badges = Vec::new();
        for (n, label) in [(1, "x"), (1, "y"), (2, "X")] {
            badges.push(db.write(async |tx| tx.execute(badge, &params![id(n), id(1), label]).await).await);
        }
        assert_eq!(badges[0], Ok(1));
        assert!(badges[1].as_ref().unwrap_err().violates("badges_pkey"), "{badges:?}");
        assert!(badges[2].as_ref().unwrap_err().violates("badges_label"), "{badges:?}");
        let seq = "UPDATE people SET seq = 1";
        let again = db.write(async |tx| tx.execute(seq, &[]).await).await.unwrap_err();
        assert!(again.violates("people_pkey"), "{again:?}");
        let counter = "INSERT INTO counters (name, value) VALUES ('a', 1), ('a', 2)";
        let again = db.write(async |tx| tx.execute(counter, &[]).await).await.unwrap_err();
        assert!(again.violates("counters_pkey"), "{again:?}");
    }

    async fn other_constraints_are_told_apart(db: TestDb) {
        let badge = "INSERT INTO badges (id, person_id, label) VALUES ($1, $2, $3)";
        let orphan = db.write(async |tx| tx.execute(badge, &params![id(1), id(9), "x"]).await).await;
        assert_eq!(orphan, Err(DbError::ForeignKey));
        let negative = params![id(1), -1, "n", "n", true];
        let refused = db.write(async |tx| tx.execute(INSERT, &negative).await).await;
        assert_eq!(refused, Err(DbError::Check { constraint: "people_team_positive".into() }));
        let nameless = params![id(1), 1, Value::Null, "n", true];
        let refused = db.write(async |tx| tx.execute(INSERT, &nameless).await).await;
        assert_eq!(refused, Err(DbError::Check { constraint: "people.name".into() }));
    }

    async fn a_read_changes_nothing(db: TestDb) {
        let sql = "DELETE FROM people";
        let result = db.read(async |tx| tx.execute(sql, &[]).await).await;
        assert!(matches!(result, Err(DbError::Other(_))));
        let sql = "INSERT INTO counters (name, value) VALUES ('a', 1) RETURNING name";
        let sneaky = db.snapshot(async |tx| tx.one::<(String,)>(sql, &[]).await).await;
        assert!(sneaky.is_err());
    }

    /// PostgreSQL would answer COMMIT with a silent rollback.
    async fn a_spoiled_write_cannot_commit(db: TestDb) {
        let result = db.write(async |tx| {
            add(tx, 1, "a").await?;
            assert!(add(tx, 2, "a").await.is_err());
            Ok::<_, DbError>(())
        });
        assert_eq!(result.await, Err(DbError::Spoiled));
        assert_eq!(count(&db).await, 0);
    }

    async fn a_failed_attempt_undoes_only_itself(db: TestDb) {
        let mut news = db.notifications();
        let result = db.write(async |tx| {
            add(tx, 1, "a").await?;
            let failed = tx.attempt(async |tx| {
                add(tx, 2, "b").await?;
                tx.notify("lost".into())?;
                add(tx, 3, "a").await
            });
            assert!(failed.await.unwrap_err().violates("people_name"));
            let swallowed = tx.attempt(async |tx| {
                let _ = add(tx, 4, "a").await;
                Ok::<_, DbError>(())
            });
            assert_eq!(swallowed.await, Err(DbError::Spoiled));
            tx.attempt(async |tx| add(tx, 5, "c").await).await?;
            tx.notify("kept".into())
        });
        assert_eq!(result.await, Ok(()));
        assert_eq!(count(&db).await, 2);
        assert_eq!(news.recv().await, Ok(db::Notification::Message("kept".into())));
    }

    async fn an_error_undoes_everything(db: TestDb) {
        let result = db.write(async |tx| {
            add(tx, 1, "a").await?;
            Err::<(), _>(DbError::Busy)
        });
        assert_eq!(result.await, Err(DbError::Busy));
        assert_eq!(count(&db).await, 0);
    }

    async fn a_list_reads_inside_a_write(db: TestDb) {
        let names = db.write(async |tx| {
            add(tx, 1, "a").await?;
            add(tx, 2, "b").await?;
            let names = tx.all::<(String,)>("SELECT name FROM people ORDER BY name_key", &[]).await?;
            add(tx, 3, "c").await?;
            Ok::<_, DbError>(names)
        });
        assert_eq!(names.await.unwrap(), [("a".to_owned(),), ("b".to_owned(),)]);
        assert_eq!(count(&db).await, 3);
    }
}
