package io.updraft.access.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.access.AccessKeysFunction;
import io.updraft.access.Invocation;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Tokens;
import io.updraft.access.dynamodb.AccessTable;
import io.updraft.access.jwt.TestIssuer;
import io.updraft.dynamodb.Dynamo;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.http.Credentials;
import io.updraft.http.Role;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.lambda.Environment;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The function as the gateway sees it, on a real database and a real issuer. */
@ExtendWith(DynamoDbServer.class)
class AuthorizerHandlerTest {
  private static final OrganizationId ACME = new OrganizationId("acme");
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final TestDatabase database;
  private final TestIssuer issuer = new TestIssuer();
  private final AccessTable table;

  AuthorizerHandlerTest(TestDatabase database) {
    this.database = database;
    this.table = new AccessTable(new Dynamo(database.client()), database.table("AccessTable"));
    table.organizations().createIfMissing(Organization.founded(ACME, null, "jo", Instant.EPOCH));
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(database.environment("Authorizer"));
    environment.putAll(database.access());
    environment.put("JWT_ISSUER", TestIssuer.ISSUER);
    environment.put("JWKS_URL", issuer.address().toString());
    return environment;
  }

  private AuthorizerHandler handler(Map<String, String> environment) {
    return Environment.supply(environment, AuthorizerHandler::new);
  }

  private static JsonNode invoke(AuthorizerHandler handler, String header) {
    Map<String, Object> event =
        Map.of(
            "version", "2.0",
            "type", "REQUEST",
            "routeArn", "arn:aws:execute-api:us-east-1:123456789012:abcdef/$default/GET/x",
            "identitySource", List.of(header),
            "routeKey", "GET /api/v1/ota/firmware",
            "headers", Map.of("authorization", header, "host", "localhost"));
    return Invocation.invoke(handler, event);
  }

  private static Credentials context(JsonNode answer) {
    assertThat(answer.path("isAuthorized").booleanValue()).isTrue();
    return CallerContext.read(answer.path("context"));
  }

  @Test
  void goodTokenBecomesTheContextThatFunctionsRead() {
    String token = issuer.sign(TestIssuer.claims(Instant.now()));
    Credentials credentials = context(invoke(handler(environment()), "Bearer " + token));
    assertThat(credentials).isInstanceOf(Credentials.Valid.class);
    assertThat(((Credentials.Valid) credentials).caller().organization()).isEqualTo("acme");
  }

  @Test
  void badCredentialsAreAdmittedAndMarked() {
    String token = issuer.sign(TestIssuer.claims(Instant.now().minusSeconds(3600)));
    JsonNode answer = invoke(handler(environment()), "Bearer " + token);
    assertThat(answer.at("/context/valid").textValue()).isEqualTo("false");
    assertThat(answer.at("/context/reason").textValue()).contains("expired");
    assertThat(context(answer)).isInstanceOf(Credentials.Invalid.class);
  }

  @Test
  void withoutAnIssuerOnlyKeysAreAccepted() {
    Map<String, String> environment = environment();
    environment.put("JWT_ISSUER", "");
    String token = issuer.sign(TestIssuer.claims(Instant.now()));
    JsonNode answer = invoke(handler(environment), "Bearer " + token);
    assertThat(answer.at("/context/reason").textValue()).contains("API key");
  }

  @Test
  void unknownOrganizationIsCreatedOnlyWhereSwitchedOn() {
    String token = issuer.sign(TestIssuer.claims(Instant.now()).claim("organization", "nova"));
    Map<String, String> environment = environment();
    assertThat(environment).containsEntry("AUTO_CREATE_ORGANIZATIONS", "false");
    assertThat(context(invoke(handler(environment), "Bearer " + token)))
        .isInstanceOf(Credentials.Invalid.class);
    environment.put("AUTO_CREATE_ORGANIZATIONS", "true");
    assertThat(context(invoke(handler(environment), "Bearer " + token)))
        .isInstanceOf(Credentials.Valid.class);
    assertThat(table.organizations().find(new OrganizationId("nova"))).isPresent();
  }

  @Test
  void issuerThatIsAwayFailsTheFunction() {
    issuer.answerWith(500, "");
    String token = issuer.sign(TestIssuer.claims(Instant.now()));
    AuthorizerHandler handler = handler(environment());
    assertThatThrownBy(() -> invoke(handler, "Bearer " + token))
        .isInstanceOf(DependencyUnavailable.class);
  }

  /** So that nobody approves their own campaign through a key; the campaigns compare users. */
  @Test
  void keyCountsAsThePersonWhoMadeItAlsoThroughAnotherKey() {
    AccessKeysFunction keys = Environment.supply(environment(), AccessKeysFunction::new);
    AuthorizerHandler handler = handler(environment());
    Caller ann = new Caller("acme", "ann", Set.of(Role.ADMIN), null, Set.of(), NEVER);
    Caller key = caller(handler, made(keys, ann, Map.of("role", "admin")));
    Caller keyOfKey = caller(handler, made(keys, key, Map.of("role", "operator", "name", "ben")));
    Caller service =
        caller(
            handler,
            made(keys, key, Map.of("role", "service", "scopes", List.of("campaigns:write"))));

    assertThat(key).isEqualTo(ann);
    assertThat(List.of(keyOfKey, service)).extracting(Caller::user).containsOnly("ann");
    assertThat(keyOfKey.roles()).containsExactly(Role.OPERATOR);
    assertThat(service.scopes()).containsExactly("campaigns:write");
  }

  private static String made(AccessKeysFunction keys, Caller by, Map<String, ?> wanted) {
    String path = "/api/v1/admin/keys";
    return Invocation.request("POST " + path, path)
        .by(by)
        .json(wanted)
        .to(keys)
        .json()
        .path("key")
        .asText();
  }

  private static Caller caller(AuthorizerHandler handler, String key) {
    JsonNode answer = invoke(handler, "ApiKey " + key);
    assertThat(answer.at("/context/user").textValue()).isEqualTo("ann");
    return ((Credentials.Valid) context(answer)).caller();
  }

  @Test
  void keyCostsHalfAReadUnitAndItsOrganizationAnotherOnce() {
    KeyMint mint = new KeyMint(Clock.systemUTC(), new SecureRandom());
    MintedKey minted = mint.mint(ACME, new Grant.Gateway(), null, "jo", null);
    table.apiKeys().add(minted);
    Clock clock = Clock.systemUTC();
    Authorize authorize =
        new Authorize(
            Tokens.none(),
            table.apiKeys(),
            new KnownOrganizations(table.organizations(), clock, false),
            clock);
    database.consumed().reset();
    authorize.judge("ApiKey " + minted.text().reveal());
    assertThat(database.consumed().readUnits()).isEqualTo(1.0);
    database.consumed().reset();
    authorize.judge("ApiKey " + minted.text().reveal());
    assertThat(database.consumed().readUnits()).isEqualTo(0.5);
    assertThat(database.consumed().writeUnits()).isZero();
  }

  @Test
  void changedTokensAreNeverValidAndNeverThrow() {
    long seed = new SecureRandom().nextLong();
    Random random = new Random(seed);
    String good = issuer.sign(TestIssuer.claims(Instant.now()));
    AuthorizerHandler handler = handler(environment());
    for (int i = 0; i < 2_000; i++) {
      String token = changed(good, random);
      Credentials credentials = context(invoke(handler, "Bearer " + token));
      // The last character of Base64 holds bits that mean nothing, so another can stand for it.
      boolean sameSignature = token.regionMatches(0, good, 0, good.length() - 1);
      assertThat(sameSignature || credentials instanceof Credentials.Invalid)
          .as("seed %d: %s", seed, token)
          .isTrue();
    }
  }

  private static String changed(String token, Random random) {
    byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(3)) {
      case 0 -> token.substring(0, at);
      case 1 -> token.substring(0, at) + (char) random.nextInt(1, 0xD800) + token.substring(at);
      default -> {
        bytes[at] ^= (byte) (1 << random.nextInt(7));
        yield new String(bytes, StandardCharsets.ISO_8859_1);
      }
    };
  }
}
