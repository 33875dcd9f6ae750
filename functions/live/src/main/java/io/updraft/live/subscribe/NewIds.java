package io.updraft.live.subscribe;

import com.github.f4b6a3.ulid.UlidCreator;
import io.updraft.live.domain.SubscriptionId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Where new ids and secrets come from. */
public interface NewIds {
  /** Sorts by time. */
  SubscriptionId subscription(Instant now);

  /** 64 hex digits that nobody can guess. */
  String secret();

  /** ULIDs for subscriptions. */
  static NewIds random() {
    RandomGenerator random = new SecureRandom();
    return new NewIds() {
      @Override
      public SubscriptionId subscription(Instant now) {
        return new SubscriptionId("sub_" + UlidCreator.getUlid(now.toEpochMilli()));
      }

      @Override
      public String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
      }
    };
  }
}
