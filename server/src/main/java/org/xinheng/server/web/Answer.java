package org.xinheng.server.web;

/** What a page controller gives back: a page to show or an address to go to. */
public sealed interface Answer permits PageView, Redirect {}
