package io.updraft.access.authorize;

import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Authorization header holds, by its form. */
sealed interface Presented {
  /** 8 KiB; API Gateway takes 10 for all headers. */
  int MAX_LENGTH = 8 << 10;

  Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9_.-]+");

  /** A token of the issuer. */
  record Token(String jwt) implements Presented {}

  /** An API key, under one of the schemes for keys. */
  record Key(KeyScheme scheme, KeyText text) implements Presented {}

  /** Nothing that could be checked. */
  record Unusable(String reason) implements Presented {}

  /** The schemes under which a key can be sent; two of them are for one sort of key only. */
  enum KeyScheme {
    /** Any key. */
    APIKEY,
    /** Any key, from clients of InfluxDB. */
    TOKEN,
    /** The key of a device, from clients of hawkBit. */
    TARGETTOKEN,
    /** The key of a gateway, from clients of hawkBit. */
    GATEWAYTOKEN;

    boolean fits(Grant grant) {
      return switch (this) {
        case APIKEY, TOKEN -> true;
        case TARGETTOKEN -> grant instanceof Grant.Device;
        case GATEWAYTOKEN -> grant instanceof Grant.Gateway;
      };
    }
  }

  static Presented of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Unusable("Send credentials in the Authorization header.");
    }
    if (header.length() > MAX_LENGTH) {
      return new Unusable("Send credentials of at most %d characters.".formatted(MAX_LENGTH));
    }
    String[] words = header.strip().split("\\s+", -1);
    return words.length == 2 ? of(words[0], words[1]) : unknownScheme();
  }

  /** Names of schemes are compared without case (RFC 9110). */
  private static Presented of(String scheme, String value) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "bearer" -> token(value);
      case "apikey" -> key(KeyScheme.APIKEY, value);
      case "token" -> key(KeyScheme.TOKEN, value);
      case "targettoken" -> key(KeyScheme.TARGETTOKEN, value);
      case "gatewaytoken" -> key(KeyScheme.GATEWAYTOKEN, value);
      default -> unknownScheme();
    };
  }

  /** Parsers of Base64 pass over what does not belong there; then one token had many texts. */
  private static Presented token(String value) {
    return TOKEN_FORM.matcher(value).matches()
        ? new Token(value)
        : new Unusable("This is not a token; send a signed JWT.");
  }

  private static Presented key(KeyScheme scheme, String value) {
    return KeyText.parse(value)
        .<Presented>map(text -> new Key(scheme, text))
        .orElseGet(() -> new Unusable("This is not an API key; keys begin with upk_."));
  }

  private static Presented unknownScheme() {
    return new Unusable("Send 'Bearer <token>' or 'ApiKey <key>' in the Authorization header.");
  }
}
