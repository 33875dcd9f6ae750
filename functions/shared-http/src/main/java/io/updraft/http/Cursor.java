package io.updraft.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on, as an opaque text: base64url of a version, a check over scope and position,
 * and the position.
 *
 * <p>The scope is the organization, the list and its filters; a cursor is refused in any other. The
 * check needs no secret, because a position never holds the organization: adapters rebuild their
 * keys from the caller's own organization, so that even a forged cursor only moves within what its
 * caller may list anyway.
 */
public final class Cursor {
  private static final byte VERSION = 1;
  private static final int CHECK_LENGTH = 12;

  /** Characters; the keys of a table and of an index of it fit in. */
  private static final int MAX_LENGTH = 8192;

  private Cursor() {}

  /**
   * The cursor that goes on after a position.
   *
   * @param scope organization, list and filters; whoever decodes must name the same
   * @param position the key of the last item that was shown, without the organization; not empty
   */
  public static String encode(String scope, List<String> position) {
    byte[] written = written(position);
    byte[] cursor = new byte[1 + CHECK_LENGTH + written.length];
    cursor[0] = VERSION;
    System.arraycopy(check(scope, written), 0, cursor, 1, CHECK_LENGTH);
    System.arraycopy(written, 0, cursor, 1 + CHECK_LENGTH, written.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /**
   * The position in a cursor, of one element at least.
   *
   * @throws ProblemException {@code MALFORMED} when the text is no cursor, or one of another scope
   */
  public static List<String> decode(String scope, String cursor) {
    byte[] bytes = bytes(cursor);
    if (bytes.length <= 1 + CHECK_LENGTH || bytes[0] != VERSION) {
      throw refused();
    }
    byte[] written = Arrays.copyOfRange(bytes, 1 + CHECK_LENGTH, bytes.length);
    byte[] check = Arrays.copyOfRange(bytes, 1, 1 + CHECK_LENGTH);
    if (!MessageDigest.isEqual(check, check(scope, written))) {
      throw refused();
    }
    return position(written);
  }

  private static byte[] bytes(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw refused();
    }
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  private static byte[] check(String scope, byte[] written) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(scope.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return Arrays.copyOf(sha256.digest(written), CHECK_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] written(List<String> position) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(position.size());
      for (String element : position) {
        out.writeUTF(element);
      }
    } catch (IOException tooLong) {
      throw new UncheckedIOException(tooLong);
    }
    return bytes.toByteArray();
  }

  private static List<String> position(byte[] written) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
      List<String> position = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        position.add(in.readUTF());
      }
      if (position.isEmpty()) {
        throw refused();
      }
      return List.copyOf(position);
    } catch (IOException forged) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return Problem.malformed(
            "This cursor does not belong to this list; start again without a cursor.")
        .exception();
  }
}
