package io.updraft.telemetry.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** One value in JSON, as the field of a message takes it. */
final class JsonScalar {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,20}");

  private JsonScalar() {}

  static Object of(JsonNode json, FieldDescriptor field) {
    return switch (field.getType()) {
      case INT64, SINT64, SFIXED64 -> whole(json, field, Long.SIZE, true).longValue();
      case UINT64, FIXED64 -> whole(json, field, Long.SIZE, false).longValue();
      case INT32, SINT32, SFIXED32 -> whole(json, field, Integer.SIZE, true).intValue();
      case UINT32, FIXED32 -> whole(json, field, Integer.SIZE, false).intValue();
      case DOUBLE -> decimal(json, field);
      case BOOL -> flag(json, field);
      case STRING -> text(json, field);
      case BYTES -> bytes(json, field);
      case FLOAT, ENUM, MESSAGE, GROUP -> throw JsonMessage.wrong(field, "left out");
    };
  }

  /** A number, or one as text, which numbers of 64 bits are. */
  private static BigInteger whole(JsonNode json, FieldDescriptor field, int bits, boolean signed) {
    return Optional.of(json)
        .filter(j -> j.isIntegralNumber() || j.isTextual())
        .map(JsonNode::asText)
        .filter(text -> WHOLE.matcher(text).matches())
        .map(BigInteger::new)
        .filter(number -> signed ? number.bitLength() < bits : fits(number, bits))
        .orElseThrow(() -> JsonMessage.wrong(field, "a whole number of %d bits".formatted(bits)));
  }

  private static boolean fits(BigInteger unsigned, int bits) {
    return unsigned.signum() >= 0 && unsigned.bitLength() <= bits;
  }

  /** {@code NaN} and {@code Infinity} are texts. */
  private static double decimal(JsonNode json, FieldDescriptor field) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    try {
      return Double.parseDouble(text(json, field));
    } catch (NumberFormatException wrong) {
      throw JsonMessage.wrong(field, "a number");
    }
  }

  private static boolean flag(JsonNode json, FieldDescriptor field) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    throw JsonMessage.wrong(field, "true or false");
  }

  private static String text(JsonNode json, FieldDescriptor field) {
    if (json.isTextual()) {
      return json.textValue();
    }
    throw JsonMessage.wrong(field, "a text");
  }

  private static ByteString bytes(JsonNode json, FieldDescriptor field) {
    try {
      return ByteString.copyFrom(Base64.getDecoder().decode(text(json, field)));
    } catch (IllegalArgumentException wrong) {
      throw JsonMessage.wrong(field, "a text in base64");
    }
  }
}
