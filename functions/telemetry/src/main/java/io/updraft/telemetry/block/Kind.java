package io.updraft.telemetry.block;

import io.updraft.telemetry.published.Value;

/** Of what type a value is. */
enum Kind {
  WHOLE(0),
  DECIMAL(1),
  EXACT(2),
  TEXT(3),
  FLAG(4),
  JSON(5);

  /** What blocks have for it: never to be changed. */
  final int code;

  Kind(int code) {
    this.code = code;
  }

  /** By their codes. */
  static Kind[] all() {
    return values();
  }

  static Kind of(Value value) {
    return switch (value) {
      case Value.Whole _ -> WHOLE;
      case Value.Decimal _ -> DECIMAL;
      case Value.Exact _ -> EXACT;
      case Value.Text _ -> TEXT;
      case Value.Flag _ -> FLAG;
      case Value.Json _ -> JSON;
    };
  }
}
