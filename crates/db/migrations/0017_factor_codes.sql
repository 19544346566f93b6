-- Codes by mail or text message as a second factor (SPEC ACC-5, ADR 0016).

-- By which way the code came with which the present password was chosen; none where it was chosen otherwise. What
-- comes by the same way is no second factor, until somebody has come in with another one.
ALTER TABLE accounts ADD COLUMN reset_by TEXT;

-- What was shown as the second factor; none where nothing was.
ALTER TABLE sign_ins ADD COLUMN second_factor TEXT;
