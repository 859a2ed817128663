import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    rulings: {
      title: "同类异议的裁决",
      upheld: "{from} → {to}",
      kept: "仍由{to}承办",
      by: "{unit}裁决",
      use: "照此选",
    },
  },
  {
    rulings: {
      title: "How like objections were decided",
      upheld: "{from} → {to}",
      kept: "stayed with {to}",
      by: "decided by {unit}",
      use: "Choose it",
    },
  },
);
