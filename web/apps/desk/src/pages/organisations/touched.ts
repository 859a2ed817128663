// What is read again after one of them was registered, changed, moved, ended or merged: the house tells what is in it.

import { countOrganisations, getHouse, getOrganisation, listOrganisations } from "@jingwei/client";

export const TOUCHED = [getOrganisation, listOrganisations, countOrganisations, getHouse] as const;
