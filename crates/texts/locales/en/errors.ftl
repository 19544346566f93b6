# One message for each refusal code. It says what is wrong and, where there is one, the way out.

# Requests as such
error-malformed = The request could not be read. Reload the page and try again.
error-body_too_large = That is larger than can be accepted here.
error-unsupported_media_type = This kind of content is not accepted here.
error-method_not_allowed = This address does not know that request.
error-not_found = There is nothing here that you may see. It may have been removed, or the address is wrong.
error-request_timeout = The request took too long to arrive. Try again.
error-invalid = Some values can’t be accepted. Look at the marked fields.
error-unknown_field = There is no such field, or it can’t be set here.
error-wrong_type = This value has the wrong form.
error-cursor_invalid = This page of the list no longer exists. Start again from the first page.
error-limit_out_of_range = A page has 1 to 200 rows.
error-sort_unknown = The list can’t be sorted by this.
error-filter_unknown = The filter has no such value.
error-search_too_long = A search has at most 200 characters and 8 terms.
error-stale = Someone else has changed this meanwhile. Your entries are kept: compare them and save again.
error-precondition_required = Reload the page, then make your change again.
error-idempotency_mismatch = This request was sent before with other content.
error-too_many_requests = That was too much at once. Wait a little, then try again.
error-unavailable = The database can’t be reached just now. Nothing was changed; try again shortly.
error-storage_full = The server’s disk is full. Nothing was changed; tell your administrator.
error-internal = Something went wrong on our side. Try again, and tell your administrator the request number if it stays.

# Who one is
error-unauthenticated = Sign in first.
error-credentials_wrong = The sign-in data are not right. Check them, or ask for a new password.
error-account_locked = Too many wrong tries: sign-in is locked. Ask for a one-time code to unlock it.
error-organisation_choice = You belong to several organisations. Choose one.
error-fresh_sign_in_required = Sign in again before you change this.
error-password_change_required = Choose a password of your own first.
error-user_suspended = Your access to this organisation is suspended. Ask its administrators.
error-user_deactivated = You have left this organisation. Ask its administrators if that is wrong.
error-no_organisation = You belong to no organisation any more.
error-cross_site = The request came from another site and was refused. Reload the page and try again.

# What one may do
error-forbidden = You may see this, but not do it.
error-token_scope = The token was not given this permission.
error-above_own_rank = This person’s role stands above your own.
error-grants_more_than_held = You can’t give others what you do not hold yourself.
error-out_of_scope = This would move the person out of or into your reach. Ask an Administrator.
error-last_administrator = An organisation needs at least one active Administrator. Make someone else Administrator first.
error-owner_protected = The owner can’t be suspended, demoted or removed. Hand over ownership first.
error-not_yourself = You can’t do this to yourself.
error-trial_ended = The trial has ended. You can read and export everything, but change nothing.
error-team_not_activated = Give your team a name first; then you can manage users.

# States that stand against it
error-lifecycle_conflict = The person’s present state does not allow this.
error-no_seat_free = No licence is free. Suspend someone or order more.
error-licence_not_ordered = This licence was not ordered.
error-username_taken = This username is in use. Choose another.
error-email_taken = Someone in your organisation already has this email address.
error-email_of_other_account = This address can’t be used here. Add the person by invitation instead.
error-email_owned_by_person = The person signs in with their own password, so only they can change this.
error-numeric_id_taken = This numeric id is in use. Choose another.
error-external_id_taken = This external id is in use.
error-name_taken = This name is in use. Choose another.
error-in_use = It is still in use.
error-built_in = What is built in can’t be changed. Make a copy and change that.
error-supervision_cycle = This would make a circle: the person would report to themself through others.
error-use_move_group = The group can’t be changed here. Use “Move to another group”.
error-confirmation_mismatch = What you typed is not what is asked for. Type it exactly as shown.
error-credential_exists = The person has a password already; only they can change it.
error-already_invited = This person has been invited already. You can send the invitation again.
error-already_member = This person is a user of your organisation already.

# Links and codes
error-link_invalid = This link is not valid. Open the newest mail, or ask for a new link.
error-link_expired = This link has expired. Ask for a new one.
error-link_used = This link has been used. Sign in, or ask for a new link.
error-code_wrong = The code is not right or no longer valid. Check it, or ask for a new one.

# Values
error-required = This is needed.
error-too_long = This is too long.
error-too_short = This is too short.
error-control_characters = Remove the invisible control characters from this.
error-email_invalid = This is not an email address. It looks like name@example.org.
error-mobile_invalid = Begin with + or 00 and the country code, for example +44 7700 900123.
error-username_invalid = A username has 1 to 64 letters, digits, dots, hyphens or underscores.
error-numeric_id_invalid = A numeric id has one to six digits.
error-theme_unknown = There is no such theme.
error-language_unknown = This language is not offered.
error-time_zone_unknown = There is no such time zone. They look like Europe/Prague.
error-colour_invalid = A colour is # and six hexadecimal digits, for example #1f6feb.
error-user_type_unknown = There is no such user type.
error-licence_unknown = There is no such licence.
error-role_unknown = There is no such role.
error-group_unknown = There is no such user group.
error-supervisor_unknown = There is no such supervisor within your reach.
error-email_or_mobile_required = Give an email address or a mobile number.
error-password_too_short = This password is too short.
error-password_too_long = This password is too long.
error-password_refused = This password is too easy to guess. Several unusual words make a good one.
error-password_reused = Choose a password that you do not use now.
error-scope_unknown = There is no such permission.
error-expiry_invalid = The expiry must be in the future and at most two years away.
error-too_many = These are too many at once.

# Photos
error-photo_format = A photo is a JPEG, PNG or WebP file.
error-photo_too_large = A photo has at most 2 MiB and 4096 pixels a side.
error-photo_unreadable = The picture is damaged or not complete. Choose another file.

# Groups and settings
error-group_in_use = Users are still in the group. Move them first.
error-default_group = New users are put into this group. Make another one the default first.
error-logged_on_to_queue = The person is logged on to a queue. Log them off first.
error-setting_unknown = There is no such setting here.
error-setting_out_of_range = This is outside the range of the setting.
error-setting_lowered = What is set above can only be made stricter here.
error-self_service_off = Your organisation keeps this for its administrators. Ask them.

# Teams
error-team_unknown = There is no such team.
error-location_unknown = There is no such location.
error-user_unknown = There is no such user whom you may see.
error-date_invalid = Write the day as in 2026-11-24.
error-end_before_start = The end must be after the beginning.
error-team_in_use = People are still in the team. Take them out first.
error-location_in_use = Teams still work there. Give them another location first.
error-already_in_team = The person is in the team during that time already.

# Roles
error-role_in_use = Users still have this role. Choose another for them.
error-role_built_in = A built-in role can’t be changed. Copy it.
error-no_operator_free = All operators of your plan are taken.
error-permission_unknown = There is no such permission.
error-reach_unknown = The permission does not go by this scope.

# Reach and sign-in
error-password_of_names = This password is made of your name, your address or the name of your organisation. Choose other words.
error-password_word_refused = This password holds a word that your organisation refuses. Choose another.
error-password_breached = This password has become public by a breach elsewhere, and attackers try it. Choose another.
error-password_used_before = You have used this password before. Choose another.
error-address_not_allowed = Your organisation does not allow this from where you are. Use one of its networks, or ask its administrators.
error-network_invalid = This is no network. It looks like 192.0.2.0/24 or 2001:db8::/32.
error-own_network_missing = Your own address is in none of these networks: you would be shut out at once. Add it, or confirm below.
error-sees_part_only = A resource filter limits what you see. Ask somebody who sees everything to do this.
error-resource_filter_in_use = Groups or users still have this filter. Take it from them first.
error-resource_filter_unknown = There is no such resource filter. Choose one from the list.
error-resource_filter_empty = Tick at least one group or team.
error-skill_in_use = People or profiles still have the skill. Take it from them first, or delete it together with their levels.
error-profile_in_use = The profile is still ticked for people. Take it from them first, or delete it all the same.
error-skill_unknown = There is no such skill. Choose one from the list.
error-skill_twice = The skill is there twice. Keep one of the two.
error-level_out_of_range = A level is a whole number from 1 to 9.
error-level_changed = Someone else has changed this level meanwhile. Look at it and save again.
error-profile_unknown = There is no such profile. Choose one from the list.
error-profile_of_other_group = The profile is not of the person’s group. Tick one of the group’s.
error-profile_empty = Add at least one skill.
error-profile_owner = A profile belongs to a group or to a person. Choose one of the two.
error-single_sign_on_only = Your organisation lets you in by single sign-on only.
error-sign_in_expired = This sign-in took too long, was used already, or began in another browser. Begin again.
error-link_first = There is a user with your address already, and the provider’s word is not enough to be let in as them. Sign in as before and connect single sign-on on your page, or ask your administrators.
error-not_a_user = You are no user of this organisation, and its identity provider adds nobody. Ask its administrators.
error-signed_in_by_provider = You came in by single sign-on, which opens this organisation and changes nothing of your account. Sign in with what is your own to do this.
error-provider_address = The identity provider’s address can’t be asked from here.
error-provider_away = The identity provider does not answer as it should. Try again, or ask your administrators.
error-provider_issuer = The identity provider calls itself something else than was set. Your administrators can mend that.
error-provider_refused = The identity provider did not confirm the sign-in. Begin again, or ask your administrators.
error-provider_untrusted = What came from the identity provider is not to be believed, so nobody was let in. Tell your administrators.
error-identity_linked = This identity is connected to another user already.
error-claims_missing = The identity provider tells too little of you, such as no address. Ask your administrators.
error-last_provider = People come in by single sign-on only, and this is the last provider that is on. Allow passwords first.
error-no_provider = Come in by single sign-on yourself first: until then nobody knows that it works, and you could be shut out.
error-issuer_invalid = Write an address that begins with https://, without a question mark.
error-domain_invalid = A domain is what stands behind the @ of an address, such as example.org.
error-licence_needs_place = This licence needs an extension, or a choice among helpdesks, which no identity provider tells. Leave it out here and give it by hand.
error-rule_empty = Say which role, group or licence the rule gives.
error-secret_anew = The secret was given for another address or client id. Type it anew.
error-second_factor_at_provider = Your organisation asks for a second factor, and the identity provider did not say that you gave one. Ask your administrators.
error-placeholder_missing = The words do not name what the mail is sent for. Put it in:
error-template_wrong = The words can’t be written like this.
