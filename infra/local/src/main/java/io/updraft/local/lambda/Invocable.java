package io.updraft.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;

/** A handler, whatever its types: an event as JSON in, an answer as JSON out. */
@FunctionalInterface
interface Invocable {
  byte[] invoke(byte[] event, Context context) throws Exception;
}
