// The one set of icons: <Icon name="inbox" />. Add a line here; a page never imports icons by itself.

import {
  ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Avatar, Back, Bell, Calendar, Camera, ChatDotRound, Check, CircleCheck,
  Clock, Close, Coin, Collection, Connection, CopyDocument, DataLine, Delete, Document, Download, Edit, Files, Filter,
  Finished, Flag, FolderOpened, Grid, Guide, Help, House, InfoFilled, Key, List, Location, Lock, MapLocation, Menu,
  Message, Microphone, Moon, More, OfficeBuilding, Operation, Phone, PhoneFilled, Picture, Plus, Position, Promotion,
  QuestionFilled, Rank, Refresh, RefreshLeft, Search, Select, Setting, Share, Shop, Sort, Star, Sunny, Switch, SwitchButton,
  Tickets, Timer, TopRight, TrendCharts, Upload, User, UserFilled, VideoPause, VideoPlay, View, Warning, WarningFilled,
} from "@element-plus/icons-vue";
import type { Component } from "vue";

export const ICONS = {
  accept: Select, add: Plus, adoption: TrendCharts, announce: Promotion, back: Back, bell: Bell, building: OfficeBuilding,
  calendar: Calendar, camera: Camera, chat: ChatDotRound, check: Check, clock: Clock, close: Close, closed: CircleCheck,
  columns: Operation, compare: Switch, copy: CopyDocument, dashboard: DataLine, delegate: Share, delete: Delete,
  density: Menu, dispatch: Position, document: Document, down: ArrowDown, download: Download, edit: Edit, export: Download,
  files: Files, filter: Filter, finished: Finished, flag: Flag, folder: FolderOpened, forward: ArrowRight, grid: Grid,
  guide: Guide, help: QuestionFilled, hint: Help, home: House, import: Upload, inbox: Message, info: InfoFilled, items: Collection,
  key: Key, language: Rank, left: ArrowLeft, list: List, live: Connection, location: Location, lock: Lock, map: MapLocation,
  microphone: Microphone, money: Coin, moon: Moon, more: More, open: TopRight, password: Lock, pause: VideoPause, people: UserFilled, person: User, phone: Phone,
  phoneFilled: PhoneFilled, picture: Picture, play: VideoPlay, post: Avatar, refresh: Refresh, return: RefreshLeft, right: ArrowRight,
  search: Search, settings: Setting, shop: Shop, signOut: SwitchButton, sort: Sort, star: Star, sun: Sunny, ticket: Tickets,
  timer: Timer, units: OfficeBuilding, up: ArrowUp, upload: Upload, view: View, warning: Warning, warningFilled: WarningFilled,
} satisfies Record<string, Component>;

export type IconName = keyof typeof ICONS;
