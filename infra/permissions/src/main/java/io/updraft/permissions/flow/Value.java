package io.updraft.permissions.flow;

import java.util.Optional;

/** What is known of a value while the code has not run. Of most values nothing is. */
public sealed interface Value {
  /** What the environment variable of this name holds, or something made of it. */
  record Variable(String name) implements Value {}

  /** A text of the code: all of it, or where more follows its beginning. */
  record Text(String text, boolean whole) implements Value {
    /** As policies have it: what follows the beginning is a star. */
    public String pattern() {
      return whole ? text : text + "*";
    }
  }

  /** A query of the table that this variable names, or of one of its indexes. */
  record Query(Variable table, Optional<String> index) implements Value {}

  /**
   * A lambda or a method reference.
   *
   * @param virtual whether it calls what the receiver makes of the method
   * @param captured how many of the method's parameters are bound already, the receiver included
   */
  record Lambda(Method body, boolean isStatic, boolean virtual, int captured) implements Value {}

  /** An array or a collection, known by the place where it was made. */
  record Made(Method where, int instruction) implements Value {}
}
