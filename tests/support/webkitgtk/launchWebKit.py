"""A WebKitGTK window that WebKitWebDriver can drive and that keeps its data on disk.

MiniBrowser forgets everything in automation mode; this keeps IndexedDB, caches and service workers in the folder
given by --profile, so that a test can kill it and find the data again. Camera and microphone are mock devices.
"""

import argparse
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", required=True)
    parser.add_argument("--width", type=int, default=1180)
    parser.add_argument("--height", type=int, default=820)
    options = parser.parse_args()
    context = persistent_context(options.profile)
    context.connect("automation-started", lambda _, session: start_session(session, context, options))
    context.set_automation_allowed(True)
    Gtk.main()


def persistent_context(profile):
    manager = WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(profile, "data"),
        base_cache_directory=os.path.join(profile, "cache"),
    )
    context = WebKit2.WebContext(website_data_manager=manager)
    # As in the other engines of the tests, whatever this machine speaks.
    context.set_preferred_languages(["ja-JP"])
    cookies = os.path.join(profile, "cookies.sqlite")
    context.get_cookie_manager().set_persistent_storage(cookies, WebKit2.CookiePersistentStorage.SQLITE)
    return context


def start_session(session, context, options):
    info = WebKit2.ApplicationInfo()
    info.set_name("launchWebKit")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", lambda *_: open_view(context, options))


def open_view(context, options):
    settings = WebKit2.Settings(enable_media_stream=True, enable_mock_capture_devices=True)
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)
    view.connect("permission-request", allow)
    window = Gtk.Window()
    window.set_default_size(options.width, options.height)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    window.connect("destroy", lambda _: Gtk.main_quit())
    return view


def allow(_view, request):
    request.allow()
    return True


main()
