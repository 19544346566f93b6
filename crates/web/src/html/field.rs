//! One field of a form. The label says the thing, the hint says the rule, the error says the way out;
//! a field that can't be changed says why. What was typed always comes back.

use std::borrow::Cow;

use askama::Template;

use super::filters;
use super::parts::Face;

/// One choice of a select field or group of boxes.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is the present one.
    pub chosen: bool,
    /// Fields of the form that this choice needs, by name; others fold away.
    pub needs: String,
}

impl Choice {
    /// A choice that is chosen when its value is `current`.
    pub fn new(value: impl Into<String>, label: impl Into<String>, current: &str) -> Self {
        let value = value.into();
        Self { chosen: value == current, value, label: label.into(), needs: String::new() }
    }
    /// Names the fields that it needs.
    #[must_use]
    pub fn needing(mut self, needs: impl Into<String>) -> Self {
        self.needs = needs.into();
        self
    }
}

/// One field with everything it says.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "_parts/field.html")]
pub struct Field {
    /// Type of the input: `text`, `email`, `password`, `tel`, `date`, `select`, `textarea`, `checkbox`.
    pub kind: &'static str,
    /// Name in the form; also makes its id.
    pub name: Cow<'static, str>,
    /// Key of the label.
    pub label: &'static str,
    /// Key of the rule, if one must be said.
    pub hint: Option<&'static str>,
    /// The rule in words of its own, where a key won't do.
    pub said: Option<String>,
    /// Present or typed value; for a box `true` means ticked.
    pub value: String,
    /// What is wrong and the way out, in the reader's language.
    pub error: Option<String>,
    /// Key of the reason why it can't be changed.
    pub why: Option<&'static str>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// Whether it has the focus at first.
    pub first: bool,
    /// Whether it takes both columns.
    pub wide: bool,
    /// Greatest number of characters; 0 for none.
    pub longest: u16,
    /// Further class of the input.
    pub class: &'static str,
    /// Choices of a select field.
    pub choices: Vec<Choice>,
    /// Whether it folds away where no choice of the form needs it.
    pub folds: bool,
    /// A page that helps to choose, with the key of its words. It opens beside the form, unless it is one of one's own
    /// pages, which does something else instead.
    pub more: Option<(&'static str, &'static str)>,
}

impl Field {
    /// A field of this kind.
    pub fn new(
        kind: &'static str,
        name: impl Into<Cow<'static, str>>,
        label: &'static str,
    ) -> Self {
        let autocomplete = if kind == "password" { "current-password" } else { "off" };
        Self { kind, name: name.into(), label, autocomplete, longest: 200, ..Self::default() }
    }
    /// A line of text.
    pub fn text(name: impl Into<Cow<'static, str>>, label: &'static str) -> Self {
        Self::new("text", name, label)
    }
    /// A choice of one.
    pub fn select(
        name: impl Into<Cow<'static, str>>,
        label: &'static str,
        choices: Vec<Choice>,
    ) -> Self {
        Self { choices, ..Self::new("select", name, label) }
    }
    /// One box of several under the same name; its words come as text.
    pub fn tick(name: &'static str, value: &str, words: String, chosen: bool) -> Self {
        let choice = Choice { value: value.to_owned(), label: words, chosen, needs: String::new() };
        Self { choices: vec![choice], ..Self::new("tick", name, "") }
    }
    /// People: those chosen stand there as ticked boxes, and a search finds more ([`Picks`]). What is typed
    /// into the search has the name with `_named` behind it, and takes usernames and addresses as well.
    pub fn people(
        name: &'static str,
        label: &'static str,
        chosen: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let choice = |(value, label)| Choice { value, label, chosen: true, needs: String::new() };
        let choices = chosen.into_iter().map(choice).collect();
        Self { choices, wide: true, optional: true, ..Self::new("people", name, label) }
    }
    /// The same for one person or, in these words, nobody.
    pub fn person(
        name: &'static str,
        label: &'static str,
        nobody: String,
        known: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let known = known.into_iter().map(|(id, words)| Choice::new(id, words, "?"));
        let choices = std::iter::once(Choice::new("", nobody, "?")).chain(known).collect();
        Self { kind: "person", choices, ..Self::people(name, label, []) }
    }
    /// The type of its boxes: of a person there is one.
    pub fn box_type(&self) -> &'static str {
        if self.kind == "person" { "radio" } else { "checkbox" }
    }
    /// Sets the present value.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
    /// Sets the rule.
    #[must_use]
    pub const fn hint(mut self, key: &'static str) -> Self {
        self.hint = Some(key);
        self
    }
    /// Marks it as one that may stay empty.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
    /// Greys it and says why, where there is a reason.
    #[must_use]
    pub const fn because(mut self, why: Option<&'static str>) -> Self {
        self.why = why;
        self
    }
    /// Sets what the browser may fill in.
    #[must_use]
    pub const fn fills(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = autocomplete;
        self
    }
    /// Gives it the focus.
    #[must_use]
    pub const fn focused(mut self) -> Self {
        self.first = true;
        self
    }
    /// Lets it take both columns.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
    /// Limits its length in characters.
    #[must_use]
    pub const fn up_to(mut self, longest: u16) -> Self {
        self.longest = longest;
        self
    }
    /// Lets it fold away where no choice of the form needs it. Without script it is always there.
    #[must_use]
    pub const fn folding(mut self) -> Self {
        self.folds = true;
        self
    }
    /// Names a page that helps to choose.
    #[must_use]
    pub const fn more(mut self, href: &'static str, key: &'static str) -> Self {
        self.more = Some((href, key));
        self
    }
    /// Sets what is wrong with it.
    #[must_use]
    pub fn wrong(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }
    /// Its id on the page.
    pub fn id(&self) -> String {
        format!("field-{}", self.name)
    }
    /// How many lines of a text are shown: what is there, within reason.
    pub fn rows(&self) -> usize {
        self.value.lines().count().saturating_add(1).clamp(3, 16)
    }
    /// The ids of what explains it, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        let parts = [
            (self.hint.is_some(), "hint"),
            (self.said.is_some(), "said"),
            (self.why.is_some(), "why"),
            (self.error.is_some(), "error"),
        ];
        let ids: Vec<_> = parts
            .iter()
            .filter(|(has, _)| *has)
            .map(|(_, what)| format!("{}-{what}", self.id()))
            .collect();
        ids.join(" ")
    }
    /// Whether it is ticked.
    pub fn ticked(&self) -> bool {
        self.value == "true"
    }
}

/// What the search of a field of people found.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/picks.html")]
pub struct Picks {
    /// Name of the field.
    pub name: String,
    /// Type of its boxes.
    pub box_type: &'static str,
    /// What was asked.
    pub query: String,
    /// Id, photo or initials, name, and email or username.
    pub people: Vec<(String, Face, String, String)>,
}
