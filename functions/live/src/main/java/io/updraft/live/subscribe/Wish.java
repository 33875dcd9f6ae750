package io.updraft.live.subscribe;

import io.updraft.live.domain.Filters;
import java.time.Duration;

/** What a request asks for. */
record Wish(Filters filters, Duration pace) {}
