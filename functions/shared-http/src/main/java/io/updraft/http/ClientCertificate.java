package io.updraft.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a client has shown, on a domain with mutual TLS. Its subject must be the
 * device of the credentials, so that a stolen key is of no use without the private key of the same
 * device.
 *
 * <p>It is judged here and not by the authorizer, whose answer is kept by the Authorization header
 * alone: the next certificate with the same header would not be looked at, and a wrong one would
 * lock the right one out for as long as the answer is kept.
 *
 * @param subject its distinguished name; null where none was asked for
 */
record ClientCertificate(@Nullable String subject) {

  static ClientCertificate of(JsonNode event) {
    JsonNode certificate = event.at("/requestContext/authentication/clientCert");
    return new ClientCertificate(
        certificate.isObject() ? certificate.path("subjectDN").asText("") : null);
  }

  /** The credentials, or why they are not valid with this certificate. */
  Credentials confirm(Credentials credentials) {
    return credentials instanceof Credentials.Valid(Caller caller) && !mayBeOf(caller)
        ? new Credentials.Invalid("The client certificate is not that of these credentials.")
        : credentials;
  }

  /** Users come through the certificate of whoever stands in front of the API, if through any. */
  private boolean mayBeOf(Caller caller) {
    return subject == null || !caller.isDevice() || commonNames(subject).equals(owner(caller));
  }

  /** A gateway has no id of its own; it is known by the user that its key counts as. */
  private static List<String> owner(Caller caller) {
    return List.of(caller.device() == null ? caller.user() : caller.device());
  }

  /** A name that can't be read, or has several, is nobody's. */
  private static List<String> commonNames(String subject) {
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(part -> part.size() == 1 && part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .toList();
    } catch (InvalidNameException unreadable) {
      return List.of();
    }
  }
}
