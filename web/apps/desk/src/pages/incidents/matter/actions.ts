// The actions of a matter are the same on every face.

export {
  emptyForm, fieldsOf, keyOf, VERBS,
  type ActionName, type Filled, type Incident, type Offer, type Proof,
} from "@jingwei/face";
