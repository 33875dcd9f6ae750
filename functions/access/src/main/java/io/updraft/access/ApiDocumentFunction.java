package io.updraft.access;

import io.updraft.access.document.ApiDocument;
import io.updraft.http.HttpFunction;
import java.time.Clock;

/**
 * Serves the API document, and answers for routes that do not exist: the function {@code
 * ApiDocument}.
 */
public final class ApiDocumentFunction extends HttpFunction {

  public ApiDocumentFunction() {
    this(Resource.text("openapi.yaml"), Clock.systemUTC());
  }

  ApiDocumentFunction(String document, Clock clock) {
    super(ApiDocument.routes(document, clock));
  }
}
