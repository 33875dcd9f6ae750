package io.updraft.telemetry.lineprotocol;

import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.InOwnForm;
import io.updraft.telemetry.intake.Sender;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * {@code POST /api/v2/write}. The parameters {@code org} and {@code bucket} may say anything: the
 * organization is that of the credentials.
 */
public final class WriteHandler implements Operation {
  private final Deliver deliver;
  private final Clock clock;

  private WriteHandler(Deliver deliver, Clock clock) {
    this.deliver = deliver;
    this.clock = clock;
  }

  public static Operation of(Deliver deliver, Clock clock) {
    return new InOwnForm(
        new WriteHandler(deliver, clock), (_, problem) -> WriteAnswers.to(problem));
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    LinePoints points = new LinePoints(precision(request), clock.instant());
    return WriteAnswers.to(deliver.deliver(Sender.of(request), points.of(text(request.body()))));
  }

  private static Precision precision(HttpRequest request) {
    return Precision.named(request.query("precision").orElse("ns"))
        .orElseThrow(
            Problem.malformed("invalid precision; valid precision units are ns, us, ms, and s")
                ::exception);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException wrong) {
      throw Problem.malformed("the lines are not in UTF-8").exception(wrong);
    }
  }
}
