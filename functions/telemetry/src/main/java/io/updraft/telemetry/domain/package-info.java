/** What data points, series and metric definitions are, whoever takes them in or asks for them. */
@NullMarked
package io.updraft.telemetry.domain;

import org.jspecify.annotations.NullMarked;
