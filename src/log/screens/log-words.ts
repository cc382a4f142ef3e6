// The words of the log: kinds of entry, what was done, and how it ended, each with its name.
import { actNames } from "#casework/acts.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";

type Names = Readonly<Record<string, () => string>>;

export const logKinds: Names = {
  act: m.log_kind_act,
  refusal: m.log_kind_refusal,
  "sign-in": m.log_kind_sign_in,
  "sensitive-read": m.log_kind_sensitive_read,
  export: m.log_kind_export,
  administration: m.log_kind_administration,
};

const deeds: Names = {
  "sign-in": m.deed_sign_in,
  "sign-out": m.deed_sign_out,
  "change-password": m.change_password,
  "read-matter": m.deed_read_matter,
  "read-person": m.deed_read_person,
  "read-evidence": m.deed_read_evidence,
  "upload-evidence": m.deed_upload_evidence,
  "ask-reporter": m.deed_ask_reporter,
  "answer-reporter": m.deed_answer_reporter,
  "read-reporter": m.deed_read_reporter,
  "read-log": m.deed_read_log,
  "check-names": m.deed_check_names,
  "read-restricted": m.menu_restricted,
  "read-figures": m.deed_read_figures,
  "export-figures": m.deed_export_figures,
  "read-ending": m.deed_read_ending,
  "export-ending": m.deed_export_ending,
  "begin-sweep": m.deed_begin_sweep,
  "cancel-sweep": m.deed_cancel_sweep,
  "finish-sweep": m.deed_finish_sweep,
  "read-conflicts": m.deed_read_conflicts,
  "read-conflict": m.deed_read_conflict,
  "dispose-conflict": m.deed_dispose_conflict,
  "export-conflicts": m.deed_export_conflicts,
  "verify-log": m.log_verify,
  "export-log": m.deed_export_log,
  "export-case": m.deed_export_case,
  "export-person": m.deed_export_person,
  "make-backup": m.deed_backup,
  "ask-delegation": m.deed_ask_delegation,
  "decide-delegation": m.deed_decide_delegation,
  "end-delegation": m.deed_end_delegation,
  "put-relative": m.deed_put_relative,
  "name-person": m.deed_name_person,
  "end-relative": m.deed_end_relative,
  "void-relative": m.deed_void_relative,
  "begin-totp": m.deed_begin_totp,
  "confirm-totp": m.deed_confirm_totp,
  "ask-totp-reset": m.deed_ask_totp_reset,
  "decide-totp-reset": m.deed_decide_totp_reset,
  "enter-authority": m.deed_enter_authority,
  "confirm-authority": m.deed_confirm_authority,
  "enter-interpretation": m.deed_enter_interpretation,
  "countersign-interpretation": m.deed_countersign_interpretation,
  "load-official-text": m.deed_load_official_text,
  "check-official-text": m.deed_check_official_text,
  "preview-interpretation": m.deed_preview_interpretation,
  "make-checkpoint": m.deed_make_checkpoint,
  "publish-calendar": m.deed_publish_calendar,
  "read-reuses": m.deed_read_reuses,
  "rederive-restrictions": m.deed_rederive_restrictions,
  "rederive-rows": m.deed_rederive_rows,
  "set-security-policy": m.deed_set_security_policy,
  "accept-countersignature": m.deed_countersignature,
  "choose-log-algorithm": m.deed_log_algorithm,
  eligibility: m.menu_eligibility,
  "enter-clearance": m.clearance_enter,
  "ask-clearance": m.deed_ask_clearance,
  "read-clearance": m.deed_read_clearance,
  "choose-clearance": m.deed_choose_clearance,
  "confirm-clearance": m.deed_confirm_clearance,
  "export-clearance": m.deed_export_clearance,
  "export-clearance-receipt": m.clearance_receipt,
  "draft-letter": m.letter_draft,
  "sign-letter": m.deed_sign_letter,
  "issue-letter": m.letter_issue,
  "end-letter": m.deed_end_letter,
  "check-letters": m.letters_check,
  "export-letter": m.deed_export_letter,
  "issue-token": m.token_issue,
  "revoke-token": m.token_revoke,
  "compare-packs": m.compare_versions,
  "explain-eligibility": m.deed_explain,
  "add-account": m.account_add,
  "add-organization": m.organization_add,
  "add-person": m.person_add,
  "change-organization": m.organization_change,
  "register-record": m.record_register,
  "merge-persons": m.merge_begin,
  "undo-merge": m.merge_undo,
  "begin-import": m.menu_imports,
  "run-import": m.deed_run_import,
  "import-rows": m.import_state_running,
  "finish-import": m.import_state_done,
  "cancel-import": m.import_cancel,
  "export-import-errors": m.deed_export_import_errors,
  "export-import-file": m.import_original,
  "set-roles": m.roles_set,
  "set-disabled": m.deed_set_disabled,
  "reset-password": m.password_reset,
};

const outcomes: Names = { done: m.log_done, refused: m.log_refused, failed: m.log_failed };

/** What the log has no name for is shown as it stands there. */
export function deedName(what: string): string {
  const acts: Readonly<Record<string, { zh: string; en: string }>> = actNames;
  const act = acts[what];
  return act === undefined ? (deeds[what] ?? (() => what))() : textOf(act);
}

export function outcomeName(outcome: string): string {
  return (outcomes[outcome] ?? (() => outcome))();
}
