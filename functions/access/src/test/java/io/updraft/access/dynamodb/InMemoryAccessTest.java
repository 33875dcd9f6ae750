package io.updraft.access.dynamodb;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.InMemoryAccess;
import io.updraft.access.domain.Organizations;

class InMemoryAccessTest extends AccessContract {
  private final InMemoryAccess access = new InMemoryAccess();

  @Override
  Organizations organizations() {
    return access;
  }

  @Override
  ApiKeys keys() {
    return access;
  }
}
