package io.updraft.permissions.flow;

/** Where values stay: one for all objects of a class and all calls of a method. */
sealed interface Slot {
  /** A parameter by its position; that of the receiver, where there is one, is 0. */
  record Parameter(Method method, int position) implements Slot {}

  /** What a method returns. */
  record Result(Method method) implements Slot {}

  /** A field, of whatever object. */
  record Field(String owner, String name) implements Slot {}

  /** What was put into an array or an object of a library. */
  record Content(Value.Made made) implements Slot {}
}
