package io.updraft.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;

/** Writes down which objects came. */
public final class Arrived implements RequestHandler<S3Event, String> {
  private final Journal journal = Journal.named("");

  @Override
  public String handleRequest(S3Event event, Context context) {
    event
        .getRecords()
        .forEach(
            each ->
                journal.write(
                    each.getEventName()
                        + " "
                        + each.getS3().getObject().getUrlDecodedKey()
                        + " "
                        + each.getS3().getObject().getSizeAsLong()));
    return "ok";
  }
}
