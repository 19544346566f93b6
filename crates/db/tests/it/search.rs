//! What a search finds when a write has ended, whichever way.

use db::{Db, DbError, Query, Tx, dialect, params};

use crate::support::{add, id, on_both};

/// Adds the nth person and makes it found by its name.
async fn introduce(tx: &mut Tx, n: u64, name: &str) -> Result<i64, DbError> {
    add(tx, n, name).await?;
    let (seq,) = tx.one::<(i64,)>("SELECT seq FROM people WHERE id = $1", &params![id(n)]).await?;
    tx.search_put("people", seq, name);
    Ok(seq)
}

async fn found(db: &Db, needle: &str) -> usize {
    let mut query = Query::new("SELECT p.id");
    query.append(&dialect::stream(db.engine(), "people", "p", &[needle.to_owned()]));
    db.read(async |tx| tx.list::<(uuid::Uuid,)>(&query).await).await.unwrap().len()
}

on_both! {
    async fn who_is_committed_is_found(db: TestDb) {
        db.write(async |tx| introduce(tx, 1, "jana novakova").await).await.unwrap();
        assert_eq!(found(&db, "novak").await, 1);
    }

    async fn writes_that_commit_together_are_all_found(db: TestDb) {
        let add = |n: u64| {
            let db = db.clone();
            tokio::spawn(async move {
                let name = format!("person {n:03}");
                db.write(async |tx| introduce(tx, n, &name).await).await.unwrap();
            })
        };
        for task in (0..100).map(add).collect::<Vec<_>>() {
            task.await.unwrap();
        }
        assert_eq!(found(&db, "person").await, 100);
        assert_eq!(found(&db, "042").await, 1);
    }

    async fn who_is_undone_is_not_found(db: TestDb) {
        let undone = db.write(async |tx| {
            introduce(tx, 1, "jana novakova").await?;
            Err::<(), _>(DbError::Busy)
        });
        assert_eq!(undone.await, Err(DbError::Busy));
        db.write(async |tx| {
            introduce(tx, 2, "petr novak").await?;
            let part = tx.attempt(async |tx| {
                introduce(tx, 3, "eva novakova").await?;
                Err::<(), _>(DbError::Busy)
            });
            assert_eq!(part.await, Err(DbError::Busy));
            Ok::<_, DbError>(())
        }).await.unwrap();
        assert_eq!(found(&db, "novak").await, 1);
    }

    async fn the_last_text_of_a_row_counts(db: TestDb) {
        let seq = db.write(async |tx| {
            let seq = introduce(tx, 1, "jana novakova").await?;
            tx.execute("UPDATE people SET search = $2 WHERE id = $1", &params![id(1), "jana bila"]).await?;
            tx.search_put("people", seq, "jana bila");
            Ok::<_, DbError>(seq)
        }).await.unwrap();
        assert_eq!((found(&db, "novak").await, found(&db, "bila").await), (0, 1));
        db.write(async |tx| {
            tx.execute("DELETE FROM people WHERE id = $1", &params![id(1)]).await?;
            tx.search_drop("people", seq);
            Ok::<_, DbError>(())
        }).await.unwrap();
        assert_eq!(found(&db, "bila").await, 0);
    }
}
