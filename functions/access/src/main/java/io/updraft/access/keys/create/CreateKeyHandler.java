package io.updraft.access.keys.create;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.OrganizationId;
import io.updraft.access.keys.KeyView;
import io.updraft.http.Caller;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import java.time.Clock;

/** {@code POST /api/v1/admin/keys}: the only answer that ever shows the key itself. */
public final class CreateKeyHandler implements Operation {
  private final CreateKey createKey;
  private final Clock clock;

  public CreateKeyHandler(ApiKeys keys, KeyMint mint, Clock clock) {
    this.createKey = new CreateKey(keys, mint);
    this.clock = clock;
  }

  private record Created(String key, @JsonUnwrapped KeyView view) {}

  @Override
  public HttpResponse handle(HttpRequest request) {
    Caller caller = request.caller();
    KeyRequest wanted = KeyRequest.read(request.json(), caller.organization(), clock.instant());
    OrganizationId organization = new OrganizationId(caller.organization());
    MintedKey minted = createKey.create(organization, caller.user(), wanted);
    Created created = new Created(minted.text().reveal(), KeyView.of(minted.key()));
    return HttpResponse.created(created).withHeader("cache-control", "no-store");
  }
}
