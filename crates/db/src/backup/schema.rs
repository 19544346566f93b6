//! What the migrations say about tables: names in an order in which rows can be loaded, search tables,
//! and columns that number themselves.

use crate::Migration;

/// The tables after some migrations.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Schema {
    /// In the order of creation, so that what others refer to comes first.
    pub(super) tables: Vec<String>,
    /// Tables whose text is searched: `users` where there is a virtual table `users_search`.
    pub(super) searched: Vec<String>,
    /// Tables with a column `seq` that numbers itself.
    pub(super) numbered: Vec<String>,
}

impl Schema {
    pub(super) fn after(migrations: &[Migration]) -> Self {
        let mut schema = Self::default();
        for line in migrations.iter().flat_map(|migration| migration.sql.lines()) {
            schema.read(line.trim());
        }
        schema
    }

    fn read(&mut self, line: &str) {
        let name = |rest: &str| -> String {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
        };
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            self.tables.push(name(rest));
        } else if let Some(rest) = line.strip_prefix("DROP TABLE ") {
            let gone = name(rest);
            for list in [&mut self.tables, &mut self.searched, &mut self.numbered] {
                list.retain(|table| *table != gone);
            }
        } else if let Some(rest) = line.strip_prefix("CREATE VIRTUAL TABLE ") {
            self.searched.extend(name(rest).strip_suffix("_search").map(str::to_owned));
        } else if line.starts_with("seq @serial") {
            self.numbered.extend(self.tables.last().cloned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Schema;
    use crate::{MIGRATIONS, Migration};

    #[test]
    fn tables_come_and_go_in_order() {
        let sql = "CREATE TABLE a (\n    seq @serial,\n    b TEXT\n);\nCREATE TABLE c (\n    d TEXT\n);\n\
                   CREATE VIRTUAL TABLE a_search USING fts5 (b);\nDROP TABLE c;";
        let schema = Schema::after(&[Migration { version: 1, name: "0001", sql }]);
        assert_eq!(schema.tables, ["a"]);
        assert_eq!(
            (schema.searched, schema.numbered),
            (vec!["a".to_owned()], vec!["a".to_owned()])
        );
    }

    #[test]
    fn the_products_tables_are_found() {
        let schema = Schema::after(MIGRATIONS);
        assert!(schema.tables.contains(&"users".to_owned()) && schema.tables.len() > 10);
        assert_eq!(schema.searched, ["users"]);
        assert_eq!(schema.numbered, ["users"]);
    }
}
