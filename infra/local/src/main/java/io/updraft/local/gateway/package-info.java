/** The HTTP API: requests become events of payload format 2.0, answers become responses. */
@NullMarked
package io.updraft.local.gateway;

import org.jspecify.annotations.NullMarked;
