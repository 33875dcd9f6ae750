package io.updraft.firmware.verification;

import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.SigningKey;
import io.updraft.firmware.domain.SigningKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what of a declaration the bytes do not fit. */
public final class Judge {
  private final SigningKeys keys;

  public Judge(SigningKeys keys) {
    this.keys = keys;
  }

  /** All flaws; none where the bytes are what was declared. */
  public List<Flaw> flaws(String organization, Declaration declared, Digests found) {
    List<Flaw> flaws = new ArrayList<>();
    if (declared.fileSize() != found.size()) {
      flaws.add(
          new Flaw(
              "file_size",
              "is %d, but %d bytes have come".formatted(declared.fileSize(), found.size())));
    }
    compare("checksum_md5", declared.checksumMd5(), found.md5()).ifPresent(flaws::add);
    compare("checksum_sha256", declared.checksumSha256(), found.sha256()).ifPresent(flaws::add);
    signature(organization, declared, found).ifPresent(flaws::add);
    return List.copyOf(flaws);
  }

  private static Optional<Flaw> compare(String field, @Nullable String declared, String found) {
    return declared == null || declared.equalsIgnoreCase(found)
        ? Optional.empty()
        : Optional.of(new Flaw(field, "does not match: that of the bytes is " + found));
  }

  private Optional<Flaw> signature(String organization, Declaration declared, Digests found) {
    String signature = declared.signature();
    String keyId = declared.signingKeyId();
    if (signature == null || keyId == null) {
      return Optional.empty();
    }
    Optional<SigningKey> key = keys.find(organization, keyId);
    if (key.isEmpty()) {
      return Optional.of(new Flaw("signing_key_id", "names no key of the organization"));
    }
    return key.get().publicKey().verifies(signature, found.sha256())
        ? Optional.empty()
        : Optional.of(new Flaw("signature", "is none of this key over the bytes"));
  }
}
