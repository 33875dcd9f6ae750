package io.updraft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final long seed = System.nanoTime();
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

  @Test
  void goesOnWhereItWasMade() {
    for (int i = 0; i < 500; i++) {
      List<String> position = Stream.generate(this::text).limit(random.nextInt(1, 5)).toList();

      String cursor = Cursor.encode("acme|firmware|", position);

      assertThat(cursor).as("seed %d", seed).matches("[A-Za-z0-9_-]+");
      assertThat(Cursor.decode("acme|firmware|", cursor)).as("seed %d", seed).isEqualTo(position);
    }
  }

  @Test
  void isRefusedInAnotherOrganizationListOrFilter() {
    String cursor = Cursor.encode("acme|firmware|status=available", List.of("a"));

    for (String scope :
        List.of("other|firmware|status=available", "acme|campaigns|status=available", "")) {
      assertRefused(scope, cursor);
    }
  }

  @Test
  void isRefusedWithAnyBitChanged() {
    byte[] cursor = Base64.getUrlDecoder().decode(Cursor.encode("acme", List.of("ab", "c")));
    for (int bit = 0; bit < cursor.length * 8; bit++) {
      byte[] changed = cursor.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));

      assertRefused("acme", Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
    }
  }

  @Test
  void isRefusedWhenItIsNone() {
    for (String text : List.of("", "x", "====", "%%%", "AQ", "a".repeat(100_000))) {
      assertRefused("acme", text);
    }
    for (int i = 0; i < 500; i++) {
      assertRefused("acme", text());
    }
  }

  @Test
  void isRefusedWhenForgedWithoutAWholePosition() throws NoSuchAlgorithmException {
    for (byte[] written :
        List.of(new byte[] {0}, new byte[] {1}, new byte[] {1, 0, 9, 'a'}, new byte[] {2, 0, 0})) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("acme\0".getBytes(StandardCharsets.UTF_8));
      ByteBuffer forged = ByteBuffer.allocate(13 + written.length).put((byte) 1);
      forged.put(sha256.digest(written), 0, 12).put(written);

      assertRefused("acme", Base64.getUrlEncoder().encodeToString(forged.array()));
    }
  }

  private static void assertRefused(String scope, String cursor) {
    assertThatThrownBy(() -> Cursor.decode(scope, cursor))
        .as(cursor)
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("MALFORMED");
  }

  private String text() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
