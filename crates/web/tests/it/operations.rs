//! Every operation of the programming interface with a body that would do, so that only the right
//! decides. One without a body here fails the tests, so that none is forgotten.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, PASSWORD, picture, read};

use crate::cast::{Facts, UNTIL};

/// One operation of the description.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) path: String,
    has_body: bool,
}

/// All of them.
pub(crate) fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(web::router::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            all.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                has_body: operation.get("requestBody").is_some(),
            });
        }
    }
    all
}

impl Operation {
    /// Whether it may change something.
    pub(crate) fn writes(&self) -> bool {
        self.method != Method::GET
    }

    /// Method and address.
    pub(crate) fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it ends the session that asks.
    pub(crate) fn ends_sessions(&self) -> bool {
        matches!(self.id.as_str(), "signOut" | "changePassword" | "renewSession")
    }

    /// Whether its body is JSON.
    pub(crate) fn takes_json(&self) -> bool {
        self.has_body && self.id != "putPhoto"
    }

    /// Asks for it.
    pub(crate) async fn ask(&self, client: &Client, facts: &Facts) -> Answer {
        if self.id == "putPhoto" {
            let request = client.call(Method::PUT, &facts.fill(&self.path));
            return read(request.header("content-type", "image/png").body(picture())).await;
        }
        let body = self.takes_json().then(|| self.body(facts));
        self.ask_with(client, facts, body.as_ref()).await
    }

    /// Asks for it with this body.
    pub(crate) async fn ask_with(
        &self,
        client: &Client,
        facts: &Facts,
        body: Option<&Value>,
    ) -> Answer {
        client.ask(self.method.clone(), &facts.fill(&self.path), body).await
    }

    /// A body that would do.
    pub(crate) fn body(&self, facts: &Facts) -> Value {
        let n = facts.number;
        match self.id.as_str() {
            "createGroup" | "renameGroup" => json!({"name": format!("Group {n}")}),
            "createExchange" => {
                json!({"name": format!("Exchange {n}"), "first_extension": "200", "last_extension": "299"})
            }
            "createHelpdesk" | "updateExchange" | "updateHelpdesk" => {
                json!({"name": format!("Desk {n}")})
            }
            "invite" => json!({"people": [
                {"first_name": "Ivo", "last_name": "Ing", "email": format!("ivo{n}@example.org")}
            ]}),
            "acceptInvitation" | "confirmSignUp" => {
                json!({"token": "cdi_nobody", "password": PASSWORD})
            }
            "changePassword" => {
                json!({"password": "not my password at all", "new_password": "a fine kettle of fish"})
            }
            "challengeInvited" => json!({"token": "cdi_nobody"}),
            "acceptInvitationByPasskey" => {
                json!({"token": "cdi_nobody", "request": "cdp_nobody", "name": "Notebook", "credential": {}})
            }
            "renewSession" => json!({"password": "not my password at all", "code": "000000"}),
            "sendRenewalCode" => json!({"method": "mail_code"}),
            "updateOrganisation" => json!({"language": "en"}),
            "transferOwnership" => json!({"user_id": facts.id}),
            "requestPasswordCode" => json!({"email": "nobody@example.org"}),
            "resetPassword" => {
                json!({"request": "cdr_nobody", "code": "000000", "password": PASSWORD})
            }
            "signIn" => json!({"email": "nobody@example.org", "password": "wrong and long enough"}),
            "signUp" => {
                json!({"organisation": "New", "email": "new@example.org", "password": PASSWORD})
            }
            "requestContactCode" => json!({"mobile": "+420601123456"}),
            "confirmContact" => {
                json!({"request": "cdr_nobody", "code": "000000", "kind": "mobile"})
            }
            "updateSignInPolicy" => json!({"refused_words": ["kettle"]}),
            "setRoleSecondFactor" => json!({"required": true}),
            "signInByPasskey" => json!({"request": "cdp_nobody", "credential": {}}),
            "addPasskey" => json!({"request": "cdp_nobody", "name": "Notebook", "credential": {}}),
            "finishSignIn" => json!({"ticket": "cdc_nobody", "code": "000000"}),
            "requestFactorCode" => json!({"kind": "mail_code"}),
            "addCodeFactor" => json!({"request": "cdr_nobody", "code": "000000"}),
            "sendSecondFactorCode" => json!({"ticket": "cdc_nobody", "method": "mail_code"}),
            "addFactor" => json!({"name": format!("Telephone {n}")}),
            "confirmFactor" => json!({"code": "000000"}),
            "createToken" => json!({"name": "a token", "expires_at": UNTIL}),
            "createUser" => {
                json!({"username": format!("made{n}"), "email": format!("made{n}@example.org")})
            }
            "updateUser" => json!({"note": "seen"}),
            "deactivateUser" | "suspendUser" => json!({"reason": "a test"}),
            "updateOrganisationSettings" | "updateGroupSettings" | "updateUserSettings" => {
                json!({"wrap_up_seconds": 45})
            }
            "createRole" => {
                json!({"name": format!("Role {n}"), "copy_of": facts.technician})
            }
            "updateRole" => json!({"name": format!("Role {n}")}),
            "previewRole" => json!({"grants": {"users.view": ["own"]}}),
            "assignGrants" => json!({"device_management": true, "support_management": false}),
            "createTeam" | "updateTeam" => json!({"name": format!("Team {n}")}),
            "allocateToTeam" => json!({"user_ids": [facts.member]}),
            "createResourceFilter" => {
                json!({"name": format!("Filter {n}"), "group_ids": [facts.group]})
            }
            "updateResourceFilter" => json!({"name": format!("Filter {n}")}),
            "setGroupResourceFilter" | "setUserResourceFilter" => {
                json!({"resource_filter_id": null})
            }
            "createSkill" | "updateSkill" => json!({"name": format!("Skill {n}")}),
            "setUserSkills" => {
                json!({"skills": [{"skill_id": facts.skill, "level": 1 + n % 9}]})
            }
            "changeSkillLevels" => json!({"cells": [
                {"user_id": facts.id, "skill_id": facts.skill, "level": 1 + n % 9}
            ]}),
            "createProfile" => json!({"group_id": facts.group, "name": format!("Profile {n}"),
                "skills": [{"skill_id": facts.skill, "level": 3}]}),
            "updateProfile" => json!({"name": format!("Profile {n}")}),
            "setUserProfiles" => json!({"profile_ids": []}),
            "createIdentityProvider" => json!({"name": format!("Provider {n}"),
                "issuer": "https://id.example.org", "client_id": "desk"}),
            "updateIdentityProvider" => json!({"name": format!("Provider {n}")}),
            "putMailTemplate" | "previewMailTemplate" => {
                json!({"subject": format!("Your code {n}"), "body": "Here it is:\n\n{{ code }}"})
            }
            "createLocation" | "renameLocation" => json!({"name": format!("Place {n}")}),
            "setGroupAdministrators" => json!({"user_ids": []}),
            "moveUsers" => json!({"user_ids": [facts.id], "group_id": facts.group}),
            "suspendUsers" | "activateUsers" | "deactivateUsers" | "reactivateUsers"
            | "removeUsers" => {
                json!({"user_ids": [facts.id]})
            }
            "moveUser" => json!({"group_id": facts.group}),
            "changeLicence" => json!({"licence": null}),
            "giveFirstPassword" => json!({}),
            "assignRole" => json!({"role_id": facts.technician}),
            "assignSupervisor" => json!({"user_id": null}),
            other => panic!("say in this test what {other} takes"),
        }
    }
}
