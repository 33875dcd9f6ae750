package io.updraft.access.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.access.domain.DeviceId;
import io.updraft.access.domain.Grant;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.Organization;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.domain.Scope;
import io.updraft.access.domain.TokenClaims;
import io.updraft.access.domain.Tokens;
import io.updraft.http.Caller;
import io.updraft.http.Credentials;
import io.updraft.http.Role;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeTest {
  private static final OrganizationId ACME = new OrganizationId("acme");

  private final MutableClock clock = MutableClock.at("2026-11-24T08:00:00Z");
  private final Instant end = clock.instant().plusSeconds(600);
  private final InMemoryAccess access = new InMemoryAccess();
  private final KeyMint mint = new KeyMint(clock, new SecureRandom());

  @BeforeEach
  void createOrganization() {
    access.createIfMissing(Organization.founded(ACME, null, "jo", clock.instant()));
  }

  private Authorize authorize(Tokens tokens, boolean createsMissing) {
    return new Authorize(
        tokens, access, new KnownOrganizations(access, clock, createsMissing), clock);
  }

  private Credentials judge(@Nullable String header) {
    return authorize(Tokens.none(), false).judge(header);
  }

  private Credentials judge(TokenClaims claims) {
    return authorize(token -> new Tokens.Reading.Genuine(claims), false).judge("Bearer x");
  }

  private TokenClaims claims(@Nullable String device, String... roles) {
    return new TokenClaims("acme", "jo", List.of(roles), device, end);
  }

  private String key(Grant grant, @Nullable Instant expiresAt) {
    MintedKey minted = mint.mint(ACME, grant, null, "jo", expiresAt);
    access.add(minted);
    return minted.text().reveal();
  }

  private static Caller valid(Credentials credentials) {
    assertThat(credentials).isInstanceOf(Credentials.Valid.class);
    return ((Credentials.Valid) credentials).caller();
  }

  private static void assertInvalid(Credentials credentials) {
    assertThat(credentials).isInstanceOf(Credentials.Invalid.class);
    assertThat(((Credentials.Invalid) credentials).reason()).endsWith(".");
  }

  @Test
  void tokenOfAUserNamesItsRoles() {
    assertThat(valid(judge(claims("dev-1", "operator", "firmware_manager", "elsewhere_admin"))))
        .isEqualTo(
            new Caller(
                "acme", "jo", Set.of(Role.OPERATOR, Role.FIRMWARE_MANAGER), null, Set.of(), end));
  }

  @Test
  void tokenOfADeviceNamesTheDevice() {
    assertThat(valid(judge(claims("dev-1", "device"))))
        .isEqualTo(new Caller("acme", "jo", Set.of(Role.DEVICE), "dev-1", Set.of(), end));
  }

  @Test
  void tokenOfADeviceIsNeverAGateway() {
    assertInvalid(judge(claims(null, "device")));
    assertInvalid(judge(claims("", "device")));
    assertInvalid(judge(claims("a/b", "device")));
    assertInvalid(judge(claims("bulk", "device")));
    assertInvalid(judge(claims("dev-1", "device", "admin")));
  }

  @Test
  void tokenWithoutRoleOfATokenIsInvalid() {
    assertInvalid(judge(claims(null)));
    assertInvalid(judge(claims(null, "service")));
    assertInvalid(judge(claims(null, "Admin", "root")));
  }

  @Test
  void tokenWithoutUsableSubjectOrOrganizationIsInvalid() {
    List<String> roles = List.of("viewer");
    assertInvalid(judge(new TokenClaims("acme", " ", roles, null, end)));
    assertInvalid(judge(new TokenClaims("acme", null, roles, null, end)));
    assertInvalid(judge(new TokenClaims("acme", "x".repeat(257), roles, null, end)));
    assertInvalid(judge(new TokenClaims(null, "jo", roles, null, end)));
    assertInvalid(judge(new TokenClaims("acme#1", "jo", roles, null, end)));
  }

  @Test
  void tokenOfAnUnknownOrganizationIsInvalidUntilItExists() {
    TokenClaims claims = new TokenClaims("nova", "jo", List.of("admin"), null, end);
    Authorize authorize = authorize(token -> new Tokens.Reading.Genuine(claims), false);
    assertInvalid(authorize.judge("Bearer x"));
    access.createIfMissing(
        Organization.founded(new OrganizationId("nova"), null, "jo", clock.instant()));
    valid(authorize.judge("Bearer x"));
  }

  @Test
  void tokenCreatesItsOrganizationWhereThatIsSwitchedOn() {
    TokenClaims claims = new TokenClaims("nova", "jo", List.of("admin"), null, end);
    valid(authorize(token -> new Tokens.Reading.Genuine(claims), true).judge("Bearer x"));
    assertThat(access.find(new OrganizationId("nova"))).isPresent();
  }

  @Test
  void expiredTokenIsInvalid() {
    Credentials at = judge(new TokenClaims("acme", "jo", List.of("viewer"), null, clock.instant()));
    assertInvalid(at);
  }

  @Test
  void refusedTokenIsInvalidForTheSameReason() {
    Authorize authorize = authorize(token -> new Tokens.Reading.Refused("Because."), false);
    assertThat(authorize.judge("Bearer x")).isEqualTo(new Credentials.Invalid("Because."));
  }

  @Test
  void issuerThatIsAwayIsNoAnswer() {
    Tokens away =
        token -> {
          throw new DependencyUnavailable("The token issuer", Duration.ofSeconds(2), null);
        };
    assertThatThrownBy(() -> authorize(away, false).judge("Bearer x"))
        .isInstanceOf(DependencyUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ApiKey ", "apikey  ", "Token ", "  APIKEY\t"})
  void keyCountsAsThePersonWhoMadeIt(String scheme) {
    Caller caller = valid(judge(scheme + key(new Grant.User(Grant.Rank.OPERATOR), null)));
    assertThat(caller.user()).isEqualTo("jo");
    assertThat(caller.roles()).containsExactly(Role.OPERATOR);
    assertThat(caller.expiresAt()).isAfter("9999-01-01T00:00:00Z");
  }

  @Test
  void keyGrantsWhatItSays() {
    for (Grant.Rank rank : Grant.Rank.values()) {
      assertThat(valid(judge("ApiKey " + key(new Grant.User(rank), end))).roles())
          .containsExactly(Role.valueOf(rank.name()));
    }
    Caller device = valid(judge("ApiKey " + key(new Grant.Device(new DeviceId("d")), end)));
    assertThat(device.device()).isEqualTo("d");
    assertThat(device.expiresAt()).isEqualTo(end);
    Caller gateway = valid(judge("ApiKey " + key(new Grant.Gateway(), end)));
    assertThat(gateway.roles()).containsExactly(Role.DEVICE);
    assertThat(gateway.mayActFor("anything")).isTrue();
    Grant service = new Grant.Service(Set.of(new Scope("telemetry:write")));
    assertThat(valid(judge("ApiKey " + key(service, end))).scopes())
        .containsExactly("telemetry:write");
  }

  @Test
  void schemesOfDevicesTakeTheirOwnKeysOnly() {
    String device = key(new Grant.Device(new DeviceId("d")), null);
    String gateway = key(new Grant.Gateway(), null);
    String admin = key(new Grant.User(Grant.Rank.ADMIN), null);
    valid(judge("TargetToken " + device));
    valid(judge("GatewayToken " + gateway));
    assertInvalid(judge("TargetToken " + gateway));
    assertInvalid(judge("GatewayToken " + device));
    assertInvalid(judge("TargetToken " + admin));
    assertInvalid(judge("Bearer " + admin));
  }

  @Test
  void wrongSecretAndUnknownKeyLookTheSame() {
    String key = key(new Grant.Gateway(), null);
    char last = key.charAt(key.length() - 1);
    String wrong = key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');
    String unknown = mint.mint(ACME, new Grant.Gateway(), null, "jo", null).text().reveal();
    assertInvalid(judge("ApiKey " + wrong));
    assertThat(judge("ApiKey " + wrong)).isEqualTo(judge("ApiKey " + unknown));
  }

  @Test
  void expiredAndRevokedKeysAreInvalid() {
    String key = key(new Grant.Gateway(), end);
    valid(judge("ApiKey " + key));
    clock.set(end);
    assertInvalid(judge("ApiKey " + key));
    String revoked = key(new Grant.Gateway(), null);
    access.revoke(ACME, access.list(ACME, null, 1).getFirst().id());
    assertInvalid(judge("ApiKey " + revoked));
  }

  @Test
  void organizationIsRememberedForFiveMinutes() {
    String header = "ApiKey " + key(new Grant.Gateway(), null);
    Authorize authorize = authorize(Tokens.none(), false);
    authorize.judge(header);
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    authorize.judge(header);
    assertThat(access.asked()).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    authorize.judge(header);
    assertThat(access.asked()).hasSize(2);
  }

  @Test
  void headerOfNoKnownFormIsInvalid() {
    assertInvalid(judge((String) null));
    assertInvalid(judge(""));
    assertInvalid(judge("Bearer"));
    assertInvalid(judge("Bearer a b"));
    assertInvalid(judge("Basic dXNlcjpwdw=="));
    assertInvalid(judge("ApiKey upk_short"));
    assertInvalid(judge("Bearer " + "x".repeat(100_000)));
  }

  @Test
  void noHeaderEverThrows() {
    long seed = new SecureRandom().nextLong();
    Random random = new Random(seed);
    String good = "ApiKey " + key(new Grant.Gateway(), null);
    Authorize authorize = authorize(Tokens.none(), false);
    for (int i = 0; i < 5_000; i++) {
      String header = mutated(good, random);
      boolean sameKey = folded(header).equals(folded(good));
      Credentials credentials = authorize.judge(header);
      assertThat(sameKey || credentials instanceof Credentials.Invalid)
          .as("seed %d: %s", seed, header)
          .isTrue();
    }
  }

  /** Case of the scheme and kind of blanks mean nothing. */
  private static String folded(String header) {
    return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String mutated(String good, Random random) {
    StringBuilder header = new StringBuilder(good);
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      int at = random.nextInt(header.length());
      switch (random.nextInt(3)) {
        case 0 -> header.deleteCharAt(at);
        case 1 -> header.insert(at, (char) random.nextInt(0x80));
        default -> header.setCharAt(at, (char) random.nextInt(0x1_0000));
      }
    }
    return header.toString();
  }

  @Test
  void callerBringsThePollIntervalOfItsOrganization() {
    access.changePollInterval(ACME, Duration.ofSeconds(90));
    assertThat(judge(claims("pump-1", "device")))
        .isInstanceOfSatisfying(
            Credentials.Valid.class,
            valid -> assertThat(valid.caller().pollInterval()).isEqualTo(Duration.ofSeconds(90)));
  }
}
