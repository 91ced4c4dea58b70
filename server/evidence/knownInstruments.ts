/** An instrument whose published key is known, as far as tests against published or independently computed scores prove it. */
export interface KnownInstrument {
  readonly id: string;
  readonly title: string;
  readonly scales: readonly KnownScale[];
}

/** The items of one score; a minus stands before those that count downwards with their codes. */
export interface KnownScale {
  readonly name: string;
  readonly items: string;
}

/** Keys only, no wording: ids, which items a score is made from, and which of them are turned round. */
export const KNOWN_INSTRUMENTS: readonly KnownInstrument[] = [
  {
    id: "audit",
    title: "AUDIT and AUDIT-C",
    scales: [
      { name: "audit_total", items: "audit_01 audit_02 audit_03 audit_04 audit_05 audit_06 audit_07 audit_08 audit_09 audit_10" },
      { name: "audit_c", items: "audit_01 audit_02 audit_03" },
      { name: "dependence_46", items: "audit_04 audit_05 audit_06" },
    ],
  },
  {
    id: "djg11",
    title: "De Jong Gierveld Loneliness Scale",
    scales: [
      { name: "emotional", items: "-djg_02 -djg_03 -djg_05 -djg_06 -djg_09 -djg_10" },
      { name: "social", items: "djg_01 djg_04 djg_07 djg_08 djg_11" },
      { name: "loneliness", items: "-djg_02 -djg_03 -djg_05 -djg_06 -djg_09 -djg_10 djg_01 djg_04 djg_07 djg_08 djg_11" },
    ],
  },
  {
    id: "ghq12",
    title: "GHQ-12",
    scales: [{ name: "ghq_likert", items: "ghq_01 ghq_02 ghq_03 ghq_04 ghq_05 ghq_06 ghq_07 ghq_08 ghq_09 ghq_10 ghq_11 ghq_12" }],
  },
  {
    id: "hse-msit",
    title: "HSE Management Standards Indicator Tool",
    scales: [
      { name: "demands", items: "-hse_03 -hse_06 -hse_09 -hse_12 -hse_16 -hse_18 -hse_20 -hse_22" },
      { name: "control", items: "hse_02 hse_10 hse_15 hse_19 hse_25 hse_30" },
      { name: "manager_support", items: "hse_08 hse_23 hse_29 hse_33 hse_35" },
      { name: "peer_support", items: "hse_07 hse_24 hse_27 hse_31" },
      { name: "relationships", items: "-hse_05 -hse_14 -hse_21 -hse_34" },
      { name: "role", items: "hse_01 hse_04 hse_11 hse_13 hse_17" },
      { name: "change", items: "hse_26 hse_28 hse_32" },
    ],
  },
  {
    id: "k10",
    title: "Kessler K10",
    scales: [{ name: "k10_total", items: "k10_01 k10_02 k10_03 k10_04 k10_05 k10_06 k10_07 k10_08 k10_09 k10_10" }],
  },
  {
    id: "nhs-engagement",
    title: "Staff engagement",
    scales: [
      { name: "motivation", items: "eng_m1 eng_m2 eng_m3" },
      { name: "involvement", items: "eng_i1 eng_i2 eng_i3" },
      { name: "advocacy", items: "eng_a1 eng_a2 eng_a3" },
    ],
  },
  {
    id: "olbi",
    title: "Oldenburg Burnout Inventory",
    scales: [
      { name: "exhaustion_sum", items: "-olbi_02 -olbi_04 olbi_05 -olbi_08 olbi_10 -olbi_12 olbi_14 olbi_16" },
      { name: "disengagement_sum", items: "olbi_01 -olbi_03 -olbi_06 olbi_07 -olbi_09 -olbi_11 olbi_13 olbi_15" },
    ],
  },
  {
    id: "phq9",
    title: "PHQ-9 depression",
    scales: [
      { name: "phq9_total", items: "phq9_01 phq9_02 phq9_03 phq9_04 phq9_05 phq9_06 phq9_07 phq9_08 phq9_09" },
      { name: "phq2", items: "phq9_01 phq9_02" },
    ],
  },
  {
    id: "psqi",
    title: "Pittsburgh Sleep Quality Index",
    scales: [
      { name: "c2_points", items: "psqi_02_latency_min psqi_05a" },
      { name: "c5_points", items: "psqi_05b psqi_05c psqi_05d psqi_05e psqi_05f psqi_05g psqi_05h psqi_05i psqi_05j" },
      { name: "c7_points", items: "psqi_08 psqi_09" },
    ],
  },
  {
    id: "pss10",
    title: "Perceived Stress Scale",
    scales: [
      { name: "pss10_total", items: "pss10_01 pss10_02 pss10_03 -pss10_04 -pss10_05 pss10_06 -pss10_07 -pss10_08 pss10_09 pss10_10" },
      { name: "pss4_total", items: "pss10_02 -pss10_04 -pss10_05 pss10_10" },
      { name: "helplessness", items: "pss10_01 pss10_02 pss10_03 pss10_06 pss10_09 pss10_10" },
      { name: "self_efficacy", items: "pss10_04 pss10_05 pss10_07 pss10_08" },
    ],
  },
  {
    id: "rand36",
    title: "RAND 36-Item Health Survey 1.0",
    scales: [
      { name: "physical_functioning", items: "r36_03 r36_04 r36_05 r36_06 r36_07 r36_08 r36_09 r36_10 r36_11 r36_12" },
      { name: "role_physical", items: "r36_13 r36_14 r36_15 r36_16" },
      { name: "role_emotional", items: "r36_17 r36_18 r36_19" },
      { name: "energy_fatigue", items: "-r36_23 -r36_27 r36_29 r36_31" },
      { name: "emotional_wellbeing", items: "r36_24 r36_25 r36_28 -r36_26 -r36_30" },
      { name: "social_functioning", items: "-r36_20 r36_32" },
      { name: "pain", items: "-r36_21 -r36_22" },
      { name: "general_health", items: "-r36_01 -r36_34 -r36_36 r36_33 r36_35" },
    ],
  },
  {
    id: "sdq",
    title: "Strengths and Difficulties Questionnaire with impact supplement",
    scales: [
      { name: "emotional", items: "sdq_03 sdq_08 sdq_13 sdq_16 sdq_24" },
      { name: "conduct", items: "sdq_05 -sdq_07 sdq_12 sdq_18 sdq_22" },
      { name: "hyperactivity", items: "sdq_02 sdq_10 sdq_15 -sdq_21 -sdq_25" },
      { name: "peer", items: "sdq_06 -sdq_11 -sdq_14 sdq_19 sdq_23" },
      { name: "prosocial", items: "sdq_01 sdq_04 sdq_09 sdq_17 sdq_20" },
      { name: "impact", items: "sdq_imp_distress sdq_imp_home sdq_imp_friends sdq_imp_classroom sdq_imp_leisure" },
    ],
  },
  {
    id: "soses6",
    title: "Short Occupational Self-Efficacy Scale",
    scales: [{ name: "soses_mean", items: "soses_01 soses_02 soses_03 soses_04 soses_05 soses_06" }],
  },
  {
    id: "sus",
    title: "System Usability Scale",
    scales: [{ name: "sus", items: "sus_01 -sus_02 sus_03 -sus_04 sus_05 -sus_06 sus_07 -sus_08 sus_09 -sus_10" }],
  },
  {
    id: "wemwbs",
    title: "Warwick-Edinburgh Mental Well-being Scales",
    scales: [
      {
        name: "wemwbs_total",
        items:
          "wemwbs_01 wemwbs_02 wemwbs_03 wemwbs_04 wemwbs_05 wemwbs_06 wemwbs_07 wemwbs_08 wemwbs_09 wemwbs_10 wemwbs_11 wemwbs_12 wemwbs_13 wemwbs_14",
      },
      { name: "swemwbs_raw", items: "wemwbs_01 wemwbs_02 wemwbs_03 wemwbs_06 wemwbs_07 wemwbs_09 wemwbs_11" },
    ],
  },
];
