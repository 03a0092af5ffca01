/** Account-months at risk in columns, as of the first day of the month; a row is a position. By account, then month. */
export interface PanelRows {
  length: number;
  /** Position in `Panel.accountIds`. */
  account: Int32Array;
  month: Int32Array;
  hasChurned: Uint8Array;
  /** Position in `Panel.plans`. */
  plan: Int32Array;
  /** Position in `Panel.fields`. */
  field: Int32Array;
  /** Position in `REVENUE_BAND_NAMES`. */
  revenueBand: Uint8Array;
  /** Position in `TENURE_BANDS`. */
  tenureBand: Uint8Array;
  isRenewalDue: Uint8Array;
  /** Days in the window with a problem mention of any theme. */
  feedbackDays: Int32Array;
}

/** Rows without content. */
export function makePanelRows(length: number): PanelRows {
  return {
    length,
    account: new Int32Array(length),
    month: new Int32Array(length),
    hasChurned: new Uint8Array(length),
    plan: new Int32Array(length),
    field: new Int32Array(length),
    revenueBand: new Uint8Array(length),
    tenureBand: new Uint8Array(length),
    isRenewalDue: new Uint8Array(length),
    feedbackDays: new Int32Array(length),
  };
}
