package io.updraft.systemtests;

import static io.updraft.systemtests.HostileSite.CAMPAIGNS;
import static io.updraft.systemtests.HostileSite.FIRMWARE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** Credentials that are none, not good any more, of others, or not enough. */
final class BadCredentials {
  private static final String UPDATES = "/api/v1/ota/updates/";

  private final HostileSite site;

  BadCredentials(HostileSite site) {
    this.site = site;
  }

  Stream<BadRequest> all() {
    return Stream.of(forged(), notGood(), notEnough(), ofAnotherOrganization()).flatMap(all -> all);
  }

  private Stream<BadRequest> forged() {
    return Stream.of(
        header("a token of nothing", "Bearer x"),
        header("a token that is not signed", "Bearer " + unsigned()),
        header("a token signed by the public key", "Bearer " + signedByPublicKey()),
        header("a token of another key with the same id", foreign().user("admin").header()),
        header("a scheme that nobody knows", "Basic YWRtaW46YWRtaW4="),
        header("an API key that nobody made", "ApiKey upk_0123456789_abcdef"),
        header("an API key of no form", "ApiKey '; drop table"),
        header("a device's key that nobody made", "TargetToken upk_0123456789_abcdef"));
  }

  private Stream<BadRequest> notGood() {
    return Stream.of(
        BadRequest.of(
            "no credentials", 401, "", () -> site.client.send(site.client.request(CAMPAIGNS))),
        claims("an expired token", claims(Instant.now().minusSeconds(60))),
        claims("a token for later", valid().notBeforeTime(Date.from(soon()))),
        claims("a token of another issuer", valid().issuer("urn:other")),
        claims("a token for another audience", valid().audience("other")),
        claims("a token without an organization", valid().claim("organization", null)),
        claims("an organization that is none", valid().claim("organization", "a#b/../c")),
        claims("a token without a role", valid().claim("roles", List.of())),
        claims("a role that nobody knows", valid().claim("roles", List.of("root"))),
        claims("a service by token", valid().claim("roles", List.of("service"))),
        claims("a device without an id", valid().claim("roles", List.of("device"))));
  }

  private Stream<BadRequest> notEnough() {
    Bearer device = site.tokens.device("dev-1");
    String others = "/api/v1/ota/devices/dev-2/updates/next";
    return Stream.of(
        create("a viewer creates a campaign", CAMPAIGNS, site.tokens.user("viewer")),
        create("an operator uploads", FIRMWARE, site.tokens.user("operator")),
        create("a manager of firmware creates a campaign", CAMPAIGNS, manager()),
        create("an operator makes a key", "/api/v1/admin/keys", site.tokens.user("operator")),
        create("a device creates a campaign", CAMPAIGNS, device),
        BadRequest.of(
            "a device lists campaigns", 403, "FORBIDDEN", () -> site.get(CAMPAIGNS, device)),
        BadRequest.of(
            "a device polls for another", 404, "NOT_FOUND", () -> site.get(others, device)),
        BadRequest.of("a device reports for another", 404, "NOT_FOUND", () -> report(device)),
        BadRequest.of(
            "a device downloads what it is not to have",
            404,
            "NOT_FOUND",
            () -> site.get(FIRMWARE + "/" + site.firmware + "/download", device)));
  }

  private Stream<BadRequest> ofAnotherOrganization() {
    Stream<BadRequest> reads =
        Stream.of(
                FIRMWARE + "/" + site.firmware,
                FIRMWARE + "/" + site.firmware + "/download",
                CAMPAIGNS + "/" + site.campaign,
                CAMPAIGNS + "/" + site.campaign + "/devices",
                CAMPAIGNS + "/" + site.campaign + "/timeline",
                UPDATES + site.update,
                "/api/v1/devices/dev-1")
            .map(
                path ->
                    BadRequest.of(
                        "another's " + path,
                        404,
                        "NOT_FOUND",
                        () -> site.get(path, site.stranger)));
    Stream<BadRequest> commands =
        Stream.of(
                CAMPAIGNS + "/" + site.campaign + "/start",
                CAMPAIGNS + "/" + site.campaign + "/cancel",
                FIRMWARE + "/" + site.firmware + "/recall",
                FIRMWARE + "/" + site.firmware + "/complete",
                UPDATES + site.update + "/cancel",
                UPDATES + site.update + "/retry")
            .map(
                path ->
                    BadRequest.of(
                        "another's " + path,
                        404,
                        "NOT_FOUND",
                        () ->
                            site.client.send(
                                site.authorized(
                                    path,
                                    site.stranger,
                                    "application/json",
                                    "{\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8)))));
    return Stream.concat(reads, commands);
  }

  private BadRequest header(String what, String authorization) {
    return BadRequest.of(
        what, 401, "UNAUTHORIZED", () -> site.withHeader(CAMPAIGNS, authorization));
  }

  private BadRequest claims(String what, JWTClaimsSet.Builder claims) {
    return header(what, site.tokens.signed(claims.build()).header());
  }

  private BadRequest create(String what, String path, Bearer caller) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    return BadRequest.of(
        what,
        403,
        "FORBIDDEN",
        () -> site.client.send(site.authorized(path, caller, "application/json", body)));
  }

  private Reply report(Bearer device) throws IOException, InterruptedException {
    byte[] body = "{\"status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);
    return site.client.send(
        site.authorized(UPDATES + site.update + "/status", device, "application/json", body));
  }

  private Bearer manager() {
    return site.tokens.user("firmware_manager");
  }

  private JWTClaimsSet.Builder valid() {
    return claims(soon());
  }

  private JWTClaimsSet.Builder claims(Instant expiry) {
    return site.tokens.claims("admin", Tokens.ORGANIZATION, expiry);
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(600);
  }

  private Tokens foreign() {
    try {
      RSAKey other = new RSAKeyGenerator(2048).keyID(site.tokens.key().getKeyID()).generate();
      return site.tokens.signedBy(other);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String unsigned() {
    return new PlainJWT(valid().build()).serialize();
  }

  /** The public key as the secret of a symmetric algorithm: an old trick. */
  private String signedByPublicKey() {
    try {
      RSAKey key = site.tokens.key();
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
      SignedJWT jwt = new SignedJWT(header, valid().build());
      jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
