package io.updraft.firmware.domain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key of Ed25519 or of ECDSA on the curve P-256. */
public record PublicKeyPem(String text, Algorithm algorithm) {
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{40,2000})-----END PUBLIC KEY-----\\s*");
  // Of the two named curves of that size in Java's providers, only P-256 has this order.
  private static final String P256_ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  /** What a key is for. */
  public enum Algorithm {
    ED25519,
    ECDSA_P256;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Empty where the text is no such key. */
  public static Optional<PublicKeyPem> parse(String text) {
    return encoded(text)
        .flatMap(PublicKeyPem::algorithmOf)
        .map(algorithm -> new PublicKeyPem(text.strip(), algorithm));
  }

  /** The same for the same key, however its text is wrapped. */
  public String fingerprint() {
    return Digests.of(encoded(text).orElseThrow()).sha256();
  }

  /**
   * Whether the signature is one of this key over the 32 bytes of a SHA-256. For ECDSA these bytes
   * may have been signed as the digest (as {@code openssl dgst -sha256 -sign} does with the file)
   * or as a message that is digested once more.
   */
  public boolean verifies(String base64, String sha256) {
    byte[] message = HexFormat.of().parseHex(sha256);
    return signature(base64)
        .filter(
            signature ->
                switch (algorithm) {
                  case ED25519 -> verifies("Ed25519", signature, message);
                  case ECDSA_P256 ->
                      verifies("NONEwithECDSA", signature, message)
                          || verifies("SHA256withECDSA", signature, message);
                })
        .isPresent();
  }

  private boolean verifies(String scheme, byte[] signature, byte[] message) {
    try {
      Signature verification = Signature.getInstance(scheme);
      verification.initVerify(key(encoded(text).orElseThrow(), algorithm));
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static Optional<byte[]> signature(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> encoded(String text) {
    Matcher matcher = PEM.matcher(text);
    return matcher.matches() ? decoded(matcher.group(1)) : Optional.empty();
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Algorithm> algorithmOf(byte[] encoded) {
    for (Algorithm algorithm : Algorithm.values()) {
      try {
        return key(encoded, algorithm) instanceof ECPublicKey ec && !isP256(ec)
            ? Optional.empty()
            : Optional.of(algorithm);
      } catch (GeneralSecurityException ofAnotherAlgorithm) {
        // The next one may know it.
      }
    }
    return Optional.empty();
  }

  private static PublicKey key(byte[] encoded, Algorithm algorithm)
      throws GeneralSecurityException {
    String family =
        switch (algorithm) {
          case ED25519 -> "Ed25519";
          case ECDSA_P256 -> "EC";
        };
    return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static boolean isP256(ECPublicKey key) {
    return key.getParams().getOrder().toString(16).equals(P256_ORDER);
  }
}
