package io.updraft.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.firmware.rig.Rig;
import io.updraft.firmware.rig.Samples;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.ObjectStore;
import io.updraft.testing.TestDatabase;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class SignatureTest {
  private static final byte[] BYTES = Samples.bytes(1, 5000);

  private static ObjectStore store;
  private final Rig rig;

  SignatureTest(TestDatabase database) {
    this.rig = new Rig(database, store, Map.of());
  }

  @BeforeAll
  static void start() {
    store = ObjectStore.start();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void verifiesEd25519() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

    ApiAnswer answer = upload("1.0.0", added(pair), signed("Ed25519", pair, digest(BYTES)));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.json().path("signature_verified").asBoolean()).isTrue();
  }

  @Test
  void verifiesEcdsaOverTheDigestInBothReadings() throws Exception {
    KeyPair pair = ec("secp256r1");
    String key = added(pair);

    assertThat(upload("1.1.0", key, signed("NONEwithECDSA", pair, digest(BYTES))).status())
        .isEqualTo(201);
    assertThat(upload("1.1.1", key, signed("SHA256withECDSA", pair, BYTES)).status())
        .isEqualTo(201);
    assertThat(upload("1.1.2", key, signed("SHA256withECDSA", pair, digest(BYTES))).status())
        .isEqualTo(201);
  }

  @Test
  void refusesASignatureOfOtherBytesOrOfAnotherKey() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String key = added(pair);

    assertThat(upload("2.0.0", key, signed("Ed25519", pair, new byte[32])).wrongFields())
        .containsExactly("signature");
    assertThat(upload("2.0.0", key, signed("Ed25519", other, digest(BYTES))).wrongFields())
        .containsExactly("signature");
    assertThat(upload("2.0.0", key, "not base64!").wrongFields()).containsExactly("signature");
    assertThat(upload("2.0.0", "key_unknown", "AAAA").wrongFields())
        .containsExactly("signing_key_id");
  }

  @Test
  void acceptsNothingNewWithADeletedKeyAndRejectsWhatIsUnderWay() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String key = added(pair);
    Map<String, Object> declared = Samples.declaration("3.0.0", BYTES);
    declared.put("signing_key_id", key);
    declared.put("signature", signed("Ed25519", pair, digest(BYTES)));
    ApiAnswer begun = Rig.call("POST /api/v1/ota/firmware").json(declared).on(rig.upload);
    rig.put(begun.json().at("/upload/url").asText(), BYTES);

    ApiAnswer deleted =
        Rig.call("DELETE /api/v1/admin/signing-keys/{signing_key_id}")
            .as("acme", "fiona", "admin")
            .path("signing_key_id", key)
            .on(rig.keys);
    ApiAnswer completed =
        Rig.call("POST /api/v1/ota/firmware/{firmware_id}/complete")
            .path("firmware_id", begun.text("firmware_id"))
            .on(rig.upload);

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(completed.text("status")).isEqualTo("rejected");
    assertThat(completed.text("reason")).contains("signing_key_id");
  }

  @Test
  void takesOnlyKeysOfTheTwoKinds() throws Exception {
    String rsa = pem(KeyPairGenerator.getInstance("RSA").generateKeyPair());
    String p384 = pem(ec("secp384r1"));

    assertThat(add(rsa).wrongFields()).containsExactly("public_key");
    assertThat(add(p384).wrongFields()).containsExactly("public_key");
    assertThat(add("-----BEGIN PUBLIC KEY-----").wrongFields()).containsExactly("public_key");
  }

  @Test
  void keepsAKeyOnceAndOnlyForAdmins() throws Exception {
    String pem = pem(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    ApiAnswer first = add(pem);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("algorithm")).isEqualTo("ed25519");
    assertThat(add(pem).status()).isEqualTo(200);
    assertThat(
            Rig.call("GET /api/v1/admin/signing-keys")
                .as("acme", "fiona", "admin")
                .on(rig.keys)
                .json()
                .path("signing_keys")
                .findValuesAsText("signing_key_id"))
        .contains(first.text("signing_key_id"));
    assertThat(Rig.call("GET /api/v1/admin/signing-keys").on(rig.keys).status()).isEqualTo(403);
  }

  private String added(KeyPair pair) {
    ApiAnswer answer = add(pem(pair));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("signing_key_id");
  }

  private ApiAnswer add(String pem) {
    return Rig.call("POST /api/v1/admin/signing-keys")
        .as("acme", "fiona", "admin")
        .json(Map.of("name", "release", "public_key", pem))
        .on(rig.keys);
  }

  private ApiAnswer upload(String version, String key, String signature) {
    Map<String, Object> declared = Samples.declaration(version, BYTES);
    declared.put("signing_key_id", key);
    declared.put("signature", signature);
    return Rig.call("POST /api/v1/ota/firmware")
        .multipart(declared, "gateway.bin", BYTES)
        .on(rig.upload);
  }

  private static KeyPair ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static byte[] digest(byte[] bytes) {
    return HexFormat.of().parseHex(Samples.sha256(bytes));
  }

  private static String signed(String scheme, KeyPair pair, byte[] message)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(scheme);
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static String pem(KeyPair pair) {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }
}
