/** Organizations, API keys, what they grant, and the ports to where they are kept. */
@NullMarked
package io.updraft.access.domain;

import org.jspecify.annotations.NullMarked;
