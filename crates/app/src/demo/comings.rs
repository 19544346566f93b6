//! Who comes to work in the sample, and who mistypes their password.

use anyhow::Result;
use domain::accounts::Identity;
use domain::sessions::{self, SignIn};
use domain::{Origin, Surface};
use kernel::{Clock, Error, Secret, Span};

use super::{PASSWORD, Sample, explain, names};

/// How many are on when the demo begins.
const ON: usize = 36;

impl Sample {
    /// Somebody comes to work; the sessions of yesterday end.
    pub(super) async fn come(&self, crowd: &[String], number: usize) -> Result<()> {
        if number.is_multiple_of(10) {
            self.expire().await?;
        }
        if crowd.is_empty() {
            return Ok(());
        }
        self.sign_in(names::pick::<String>(&self.entropy, crowd)).await
    }

    pub(super) async fn expire(&self) -> Result<()> {
        while sessions::expire(&self.crewdesk, &self.system).await.map_err(explain)? > 0 {}
        Ok(())
    }

    /// A few mistype their password, and one until the door is locked.
    pub(super) async fn mistype(&self, crowd: &[String]) -> Result<()> {
        let tries = self.crewdesk.policy().wrong_tries;
        for (email, tries) in crowd.iter().step_by(29).zip([1, tries, 2, 1]) {
            for _ in 0..tries {
                let wrong = self.attempt(email, "not theirs at all").await;
                if !wrong.is_err_and(|error| matches!(error, Error::Unauthenticated(_))) {
                    anyhow::bail!("a wrong password of the sample was not refused");
                }
            }
        }
        Ok(())
    }

    /// A shift that has just begun: some sign in within the last half hour.
    pub(super) async fn come_on(&self, crowd: &[String]) -> Result<()> {
        let begin = Clock::system().now().minus(Span::minutes(45));
        self.clock.advance(begin.since(self.clock.now()));
        for _ in 0..ON {
            self.clock.advance(Span::minutes(1));
            self.sign_in(names::pick::<String>(&self.entropy, crowd)).await?;
        }
        Ok(())
    }

    pub(super) async fn sign_in(&self, email: &str) -> Result<()> {
        self.attempt(email, PASSWORD).await.map_err(explain)
    }

    async fn attempt(&self, email: &str, password: &str) -> kernel::Result<()> {
        let origin = Origin {
            surface: Surface::Page,
            request_id: "demo".into(),
            address: format!("192.0.2.{}", 1 + self.entropy.below(250)),
            client: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0".into(),
        };
        let identity = Identity::Email(email.to_owned());
        let password = Secret::new(password);
        let attempt =
            SignIn { identity, password, organisation_id: None, code: None, device: None };
        sessions::sign_in(&self.crewdesk, &origin, attempt).await.map(drop)
    }
}
